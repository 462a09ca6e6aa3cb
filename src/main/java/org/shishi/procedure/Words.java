package org.shishi.procedure;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The words of the house and of every pack, in Chinese and English. A missing English word falls back to the Chinese
 * one, a missing Chinese one to the key itself, so that a page never fails for want of a word; a test lists what is
 * missing.
 */
public final class Words {
    public static final List<Locale> LOCALES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
    private final Map<String, String> chinese;
    private final Map<String, String> english;

    private Words(Map<String, String> chinese, Map<String, String> english) {
        this.chinese = Map.copyOf(chinese);
        this.english = Map.copyOf(english);
    }

    static Words read(PackFiles files, Set<String> packs) {
        Map<String, String> chinese = house("words_zh_CN.properties");
        Map<String, String> english = house("words_en.properties");
        for (String pack : packs) {
            files.find(pack + "/words_zh_CN.properties").ifPresent(text -> chinese.putAll(parse(text)));
            files.find(pack + "/words_en.properties").ifPresent(text -> english.putAll(parse(text)));
        }
        return new Words(chinese, english);
    }

    private static Map<String, String> house(String file) {
        try (var stream = Words.class.getClassLoader().getResourceAsStream(file)) {
            return stream == null ? new HashMap<>() : parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> parse(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> words = new HashMap<>();
        properties.forEach((key, word) -> words.put((String) key, (String) word));
        return words;
    }

    public String get(Locale locale, String key) {
        return find(locale, key).orElse(key);
    }

    /** The word for a key, with {@code {0}}, {@code {1}} filled in. */
    public String get(Locale locale, String key, Object... with) {
        String pattern = get(locale, key);
        for (int i = 0; i < with.length; i++) {
            pattern = pattern.replace("{" + i + "}", String.valueOf(with[i]));
        }
        return pattern;
    }

    /** The first of several keys that has a word: the special one before the general one. */
    public String first(Locale locale, String... keys) {
        for (String key : keys) {
            Optional<String> word = find(locale, key);
            if (word.isPresent()) {
                return word.get();
            }
        }
        String last = keys[keys.length - 1];
        return last.substring(last.lastIndexOf('.') + 1);
    }

    public Optional<String> find(Locale locale, String key) {
        Optional<String> own = Optional.ofNullable(isEnglish(locale) ? english.get(key) : chinese.get(key));
        return own.or(() -> Optional.ofNullable(chinese.get(key)));
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    public Set<String> keys(Locale locale) {
        return isEnglish(locale) ? english.keySet() : chinese.keySet();
    }
}
