package org.shishi.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.procedure.Figure;
import org.shishi.sheet.Figures;

/** How a figure is said: its number, and where the rows lie that it is made of. */
public final class FigureWords {
    private FigureWords() {}

    /** What a share is made of: each number opens into its own rows. */
    static List<FiguresPage.Made> made(Say say, Figures.Ratio ratio) {
        List<FiguresPage.Made> made = new ArrayList<>();
        made.add(made(say, "part", ratio.part()));
        made.add(made(say, "whole", ratio.whole()));
        ratio.without().forEach(each -> made.add(made(say, "without", each)));
        ratio.contested().stream()
                .filter(each -> each.rows() > 0)
                .forEach(each -> made.add(made(say, "contested", each)));
        return made;
    }

    private static FiguresPage.Made made(Say say, String role, Figures.Figure figure) {
        RegisterAsked rows =
                new RegisterAsked(figure.made(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        return new FiguresPage.Made(
                say.word("figures." + role),
                say.first("figure." + figure.name()),
                say.number(figure.rows()),
                "/registers/" + figure.register() + rows.address());
    }

    public static String value(Say say, Figure figure, Optional<BigDecimal> value) {
        String number = number(say, value);
        return figure.share().isPresent() && value.isPresent() ? number + " %" : number;
    }

    /** Nothing to count is a dash, not a zero. */
    static String number(Say say, Optional<BigDecimal> value) {
        return value.map(number -> number.scale() > 0
                        ? number.stripTrailingZeros().toPlainString()
                        : say.number(number.longValue()))
                .orElse("—");
    }

    static String rows(Figure figure, Map<String, List<String>> made) {
        RegisterAsked asked = new RegisterAsked(made, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        return "/registers/" + figure.register() + asked.address();
    }
}
