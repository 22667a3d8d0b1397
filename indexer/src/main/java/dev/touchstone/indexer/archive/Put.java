package dev.touchstone.indexer.archive;

/** What came of putting bytes into the {@link Originals}. */
public sealed interface Put {
    /** The bytes are on the disk and stay there. */
    record Kept(Original original) implements Put {}

    /** The same bytes were there before; they are now as safe as if they had come first. */
    record Known(Original original) implements Put {}

    /** There were more bytes than are taken; nothing was kept. */
    record TooLarge(long limit) implements Put {}
}
