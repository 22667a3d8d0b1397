package dev.touchstone.web.ui;

/** Words that lead somewhere; with an empty address they are plain text. */
record Link(String text, String href) {
    static Link plain(String text) {
        return new Link(text, "");
    }

    /** A number that leads to what it counts; a nought leads nowhere. */
    static Link count(int number, String href) {
        return new Link(Numbers.whole(number), number == 0 ? "" : href);
    }

    boolean leads() {
        return !href.isEmpty();
    }
}
