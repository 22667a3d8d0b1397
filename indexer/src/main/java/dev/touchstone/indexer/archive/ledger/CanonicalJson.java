package dev.touchstone.indexer.archive.ledger;

import java.util.Map;
import java.util.TreeMap;

/** JSON in the one form that is hashed: keys in order, no white space, nothing escaped that need not be. */
final class CanonicalJson {
    private CanonicalJson() {}

    /**
     * An object of texts.
     * <pre>
     * {b → "say \"x\"", a → "1"}     {"a":"1","b":"say \"x\""}
     * </pre>
     */
    static String object(Map<String, String> fields) {
        var json = new StringBuilder("{");
        for (var field : new TreeMap<>(fields).entrySet()) {
            if (json.length() > 1) json.append(',');
            text(field.getKey(), json);
            json.append(':');
            text(field.getValue(), json);
        }
        return json.append('}').toString();
    }

    private static void text(String text, StringBuilder json) {
        json.append('"');
        text.chars().forEach(unit -> character((char) unit, json));
        json.append('"');
    }

    private static void character(char unit, StringBuilder json) {
        switch (unit) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            case '\b' -> json.append("\\b");
            case '\f' -> json.append("\\f");
            default -> {
                if (unit < ' ') json.append("\\u%04x".formatted((int) unit));
                else json.append(unit);
            }
        }
    }
}
