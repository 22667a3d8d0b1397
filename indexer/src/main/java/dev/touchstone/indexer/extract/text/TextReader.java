package dev.touchstone.indexer.extract.text;

/** Reads one text format. Total and pure: any string has a result, in time that grows with its length only. */
@FunctionalInterface
public interface TextReader {
    TextDocument read(String text);
}
