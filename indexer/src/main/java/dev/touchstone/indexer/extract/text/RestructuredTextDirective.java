package dev.touchstone.indexer.extract.text;

import java.util.List;

/** What reStructuredText's directives hold: the reader needs to know of each whether its body is language. */
enum RestructuredTextDirective {
    /** The author's words; the argument is not. */
    WORDS(""),
    /** The author's words, which begin on the first line. */
    ADMONITION("""
            note warning attention caution danger error hint important tip admonition topic sidebar seealso todo
            rubric table deprecated versionadded versionchanged
            """),
    QUOTATION("epigraph highlights pull-quote"),
    LIST_TABLE("list-table"),
    CSV_TABLE("csv-table"),
    CODE("""
            code-block code sourcecode parsed-literal math graphviz blockdiag seqdiag actdiag nwdiag packetdiag
            rackdiag uml plantuml mermaid digraph graph raw prompt productionlist doctest testcode testoutput
            ditaa ipython jinja
            """),
    /** Nothing that a reader of the page would read. */
    SILENT("""
            image include contents toctree index meta sectnum default-role highlight literalinclude role
            tocdepth title header footer target-notes unicode date replace currentmodule module tags
            canonical-doc canonical-pypa-spec canonical-typing-spec feature_matrix bibliography youtube
            autoclass automodule autofunction
            """);

    private final String names;

    RestructuredTextDirective(String names) {
        this.names = names;
    }

    /** What a directive of this name holds; those that nobody knows are taken for words. */
    static RestructuredTextDirective of(String name) {
        for (var directive : values())
            if (List.of(directive.names.strip().split("\\s+", -1)).contains(name)) return directive;
        return WORDS;
    }

    /** Whether the first lines may be a caption that goes on from the argument. */
    boolean isTable() {
        return this == LIST_TABLE || this == CSV_TABLE;
    }
}
