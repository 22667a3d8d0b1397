package dev.touchstone.auditor.reference;

/** Whether a value is at work in a sentence, or on display. */
public enum Role {
    /** It speaks for or against a choice that the document makes or weighs. */
    REASON,
    /** A concrete rule, mechanism or action embodies or breaches it, without being offered as an argument. */
    BEHAVIOUR,
    /** It is stated, praised or promised, and nothing hangs on the sentence. */
    DECLARATION
}
