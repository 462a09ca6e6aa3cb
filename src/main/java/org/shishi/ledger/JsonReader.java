package org.shishi.ledger;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Reads the spelling of {@link JsonWriter} and no other; used once. */
final class JsonReader {
    private final String text;
    private int at;

    JsonReader(String text) {
        this.text = text;
    }

    SequencedMap<String, Object> object() {
        SequencedMap<String, Object> members = new LinkedHashMap<>();
        expect('{');
        if (peek() != '}') {
            do {
                member(members);
            } while (more());
        }
        expect('}');
        if (at != text.length()) {
            throw wrong("the end");
        }
        return members;
    }

    private boolean more() {
        boolean comma = peek() == ',';
        at += comma ? 1 : 0;
        return comma;
    }

    private void member(SequencedMap<String, Object> members) {
        String name = string();
        expect(':');
        if (members.put(name, value()) != null) {
            throw new IllegalArgumentException("\"" + name + "\" stands twice");
        }
    }

    private Object value() {
        if (peek() == '"') {
            return string();
        }
        int end = at;
        while (end < text.length() && text.charAt(end) != ',' && text.charAt(end) != '}') {
            end++;
        }
        String word = text.substring(at, end);
        Object value = word.equals("true") || word.equals("false") ? (Object) word.equals("true") : number(word);
        at = end;
        return value;
    }

    private Long number(String word) {
        try {
            long number = Long.parseLong(word);
            if (Long.toString(number).equals(word)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong("a value");
        }
        throw wrong("a number in its shortest form");
    }

    private String string() {
        expect('"');
        int from = at;
        while (peek() != '"' && peek() != '\\' && peek() >= ' ') {
            at++;
        }
        if (peek() == '"') {
            return text.substring(from, at++);
        }
        return slow(new StringBuilder(text.length() - from).append(text, from, at));
    }

    private String slow(StringBuilder read) {
        for (char c = peek(); c != '"'; c = peek()) {
            at++;
            if (c < ' ') {
                throw wrong("an escape for a control character");
            }
            read.append(c == '\\' ? escape() : c);
        }
        at++;
        return read.toString();
    }

    private char escape() {
        char c = peek();
        int known = Json.ESCAPED.indexOf(c);
        if (known >= 0) {
            at++;
            return Json.PLAIN.charAt(known);
        }
        int code = control();
        if (code < 0 || Json.PLAIN.indexOf(code) >= 0) {
            throw wrong("an escape the writer writes");
        }
        at += 5;
        return (char) code;
    }

    private int control() {
        if (!text.startsWith("u00", at) || at + 5 > text.length()) {
            return -1;
        }
        int high = "01".indexOf(text.charAt(at + 3));
        int low = "0123456789abcdef".indexOf(text.charAt(at + 4));
        return high < 0 || low < 0 ? -1 : 16 * high + low;
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw wrong("'" + wanted + "'");
        }
        at++;
    }

    /** NUL, which never stands bare in a text, at the end. */
    private char peek() {
        if (at >= text.length()) {
            return '\0';
        }
        return text.charAt(at);
    }

    private IllegalArgumentException wrong(String wanted) {
        return new IllegalArgumentException("expected " + wanted + " at character " + (at + 1));
    }
}
