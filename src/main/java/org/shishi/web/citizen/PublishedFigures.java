package org.shishi.web.citizen;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shishi.calendar.WorkingDays;
import org.shishi.matter.NotFound;
import org.shishi.matter.Setting;
import org.shishi.procedure.Figure;
import org.shishi.sheet.Figures;
import org.shishi.web.FigureWords;
import org.shishi.web.Say;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The figures that are for everybody, over the last thirty days. They are read once a minute, however many look; and a
 * number so small that people might be found behind it is not shown.
 */
@Component
@Profile("!command")
final class PublishedFigures {
    private static final int DAYS = 30;
    private static final int SMALL = 5;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Figures figures;
    private final Setting setting;
    private volatile Read last = new Read(Instant.EPOCH, List.of());

    PublishedFigures(Figures figures, Setting setting) {
        this.figures = figures;
        this.setting = setting;
    }

    private record Read(Instant at, List<Figures.Figure> all) {}

    private List<Figures.Figure> all() {
        Instant now = setting.clock().instant();
        Read read = last;
        if (now.isBefore(read.at().plus(MINUTE))) {
            return read.all();
        }
        Read fresh = new Read(now, names().stream().map(name -> read(name, now)).toList());
        last = fresh;
        return fresh.all();
    }

    private List<String> names() {
        return setting.packs().list().stream()
                .flatMap(pack -> pack.published().figures().stream())
                .toList();
    }

    /** What stands at this moment has no days. */
    private Figures.Figure read(String name, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, WorkingDays.ZONE);
        boolean isOnDays = find(name).on().isPresent();
        return figures.get(
                name, isOnDays ? Figures.Asked.ALL.during(today.minusDays(DAYS - 1L), today) : Figures.Asked.ALL);
    }

    private Figure find(String name) {
        return figures.list().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound(name));
    }

    List<PublishedPage.Shown> list(Say say) {
        return all().stream().map(figure -> shown(say, figure)).toList();
    }

    /** @throws NotFound when it is not published, whether or not there is one */
    PublishedPage.Shown get(Say say, String name) {
        return shown(say, published(name));
    }

    private Figures.Figure published(String name) {
        return all().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound(name));
    }

    private PublishedPage.Shown shown(Say say, Figures.Figure got) {
        Figure figure = find(got.name());
        String value =
                isSmall(figure, got) ? say.word("published.small", SMALL) : FigureWords.value(say, figure, got.value());
        return new PublishedPage.Shown(
                got.name(),
                say.first("figure." + got.name()),
                value,
                say.find("hint.figure." + got.name()).orElse(""));
    }

    /** One to four is small; of a share, what stands below the line and what stands above it. */
    private static boolean isSmall(Figure figure, Figures.Figure got) {
        return figure.share().isPresent()
                ? got.ratio()
                        .filter(ratio -> isSmall(ratio.part().rows())
                                || isSmall(ratio.whole().rows()))
                        .isPresent()
                : isSmall(got.rows());
    }

    private static boolean isSmall(long rows) {
        return rows > 0 && rows < SMALL;
    }

    /** What a share is made of; nothing for other figures. */
    List<PublishedPage.Made> made(Say say, String name) {
        Optional<Figures.Ratio> ratio = published(name).ratio();
        List<PublishedPage.Made> made = new ArrayList<>();
        ratio.ifPresent(of -> {
            made.add(new PublishedPage.Made(say.word("figures.part"), shown(say, of.part())));
            made.add(new PublishedPage.Made(say.word("figures.whole"), shown(say, of.whole())));
            of.without()
                    .forEach(each -> made.add(new PublishedPage.Made(say.word("figures.without"), shown(say, each))));
        });
        return made;
    }

    /** Up to which entry they are true, and for which days. */
    String asAt(Say say) {
        Instant now = setting.clock().instant();
        return all().stream()
                .map(Figures.Figure::asAt)
                .findFirst()
                .map(asAt -> say.word(
                        "published.as-at",
                        say.number(asAt.position()),
                        asAt.recordedAt().map(at -> say.moment(at, now)).orElse("—"),
                        DAYS))
                .orElse("");
    }
}
