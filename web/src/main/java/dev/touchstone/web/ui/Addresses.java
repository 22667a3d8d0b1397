package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.web.app.DocumentVersion;
import dev.touchstone.web.browse.Presence;
import dev.touchstone.web.browse.Question;
import dev.touchstone.web.json.DocumentId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where things are found. */
final class Addresses {
    static final String DECISIONS = "/decisions";
    static final String REFERENCES = "/references";
    static final String TRADE_OFFS = "/trade-offs";
    static final String FILES = "/files";
    static final String UNNAMED = "/unnamed-reasons";
    static final String UNSURE = "/unsure";
    static final String SEARCH = "/search";
    static final String EXCEPTIONS = "/exceptions";

    private Addresses() {}

    static String document(String path) {
        return "/documents/" + DocumentId.of(path);
    }

    static String document(Entry entry) {
        return document(entry.path());
    }

    /** The place of one reference. */
    static String reference(String path, int number) {
        return document(path) + "#r" + number;
    }

    /** The place of a passage without a reference; it is shown marked. */
    static String passage(String path, Span span) {
        return document(path) + passage(span);
    }

    /** A passage of the document whose page this is. */
    static String passage(Span span) {
        return "?passage=%d-%d#passage".formatted(span.start(), span.end());
    }

    /** A reference of the document whose page this is. */
    static String reference(int number) {
        return "#r" + number;
    }

    /** The page of a version; of the one in the audit, its document's. */
    static String version(String path, DocumentVersion version) {
        return version.shown() ? document(path) : document(path) + "/versions/" + version.sha256();
    }

    /** What changed from one version to another. */
    static String changes(String path, DocumentVersion from, DocumentVersion to) {
        return "%s/changes?from=%s&to=%s".formatted(document(path), from.sha256(), to.sha256());
    }

    /** The sentences that argue with a concern beside the charter. */
    static String unnamed(String concern, int page) {
        var address = UNNAMED + "?concern=" + URLEncoder.encode(concern, StandardCharsets.UTF_8);
        return page == 1 ? address : address + "&page=" + page;
    }

    static String value(Value.Id value) {
        return "/charter#" + value;
    }

    static Question asking(Value.Id value) {
        return Question.ALL.with(Facet.VALUE, value.text());
    }

    /** The decisions in which a value is at work. */
    static Question atWork(Value.Id value) {
        return asking(value).being(Presence.AT_WORK);
    }
}
