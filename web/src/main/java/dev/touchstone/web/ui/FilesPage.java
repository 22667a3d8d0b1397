package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.web.app.Home.Waiting;
import dev.touchstone.web.browse.Question;
import dev.touchstone.web.browse.Slice;
import java.util.List;

/** Every file that was given and how it ended: nothing is left out silently. */
record FilesPage(Frame frame, String found, List<Gap> gaps, List<Coming> coming, List<Row> rows, Pager pager) {
    private static final int SIZE = 100;

    /** One file. */
    record Row(Link file, String outcome, String format, String decisions, String references) {}

    /** A file on its way, and how far it has come. */
    record Coming(String path, String state) {}

    static FilesPage of(Reader reader, Audit audit, List<Waiting> waiting, Question question) {
        var entries = audit.all().toList();
        var slice = Slice.of(entries, question.page(), SIZE);
        return new FilesPage(
                Frame.of(reader, audit, "Files", Addresses.FILES),
                Numbers.of(entries.size(), "file"),
                question.page() == 1 ? Gap.of(audit) : List.of(),
                question.page() == 1
                        ? waiting.stream()
                                .map(one -> new Coming(one.path(), Texts.waiting(one.state())))
                                .toList()
                        : List.of(),
                slice.items().stream().map(FilesPage::row).toList(),
                Pager.of(slice, Addresses.FILES, question));
    }

    private static Row row(Entry entry) {
        var link = new Link(entry.path(), Addresses.document(entry));
        return switch (entry.outcome()) {
            case Failed _ -> new Row(link, "failed", "–", "–", "–");
            case Audited audited ->
                new Row(
                        link,
                        audited.isPartial() ? "partial" : "audited",
                        audited.recognition().format(),
                        Numbers.whole(audited.scorecards().size()),
                        Numbers.whole(audited.references().size()));
        };
    }
}
