package dev.touchstone.web.ui;

/** What went wrong, in words for a person. */
record ProblemPage(Frame frame, int status, String detail) {
    static ProblemPage of(Reader reader, int status, String title, String detail) {
        return new ProblemPage(Frame.bare(reader, title), status, detail);
    }
}
