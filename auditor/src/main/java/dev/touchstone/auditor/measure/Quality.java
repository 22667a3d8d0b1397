package dev.touchstone.auditor.measure;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often an audit is right.
 *
 * @param all over every document that has labels
 * @param lookedAt over those whose errors rules were mended by
 * @param heldBack over those that rules were never mended by
 */
public record Quality(Part all, Part lookedAt, Part heldBack) {
    /** What is asked at a place. */
    public enum Question {
        /** Of the trade-offs reported: did the one value give way to the other? */
        TRADE_OFF,
        /** Of the references reported: does the sentence bear on the value? */
        REFERENCE,
        /** Of the references that are some: what does the sentence speak of? */
        ABOUT,
        /** Of the references that are some: what does the decision do to the value? */
        EFFECT,
        /** Of a document and a value: at work, mentioned or silent? */
        PRESENCE,
        /** Of a document and a value that is at work in it: served, given up, both or neither? */
        SIDES
    }

    /**
     * Some of the documents.
     *
     * @param figures one for each question that was asked
     * @param gone what was judged and is no longer reported
     */
    public record Part(int documents, SortedMap<Question, Figure> figures, Gone gone) {
        public Part {
            figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        }
    }

    /** A share of right answers with its 95 % interval. */
    public record Figure(int right, int of, Bootstrap interval) {
        public double share() {
            return of == 0 ? 0 : (double) right / of;
        }
    }

    /** Places that an audit no longer reports. */
    public record Gone(int realTradeOffs, int otherTradeOffs, int realReferences, int otherReferences) {}
}
