package org.shishi.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shishi.procedure.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;

/** Which language a reader gets: the one they chose, else what their browser asks for, else Chinese. */
final class Languages implements LocaleResolver {
    static final String COOKIE = "lang";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return chosen(request).or(() -> asked(request)).orElse(Locale.SIMPLIFIED_CHINESE);
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(COOKIE)) {
                return find(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    /** A language we speak, by its short name. */
    static Optional<Locale> find(String language) {
        return Words.LOCALES.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst();
    }

    /** A header that cannot be read asks for nothing. */
    private static Optional<Locale> asked(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null) {
            return Optional.empty();
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(header);
            return ranges.stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> find(range.getRange().split("-")[0]).stream())
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is changed at /language");
    }
}
