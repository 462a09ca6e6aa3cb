package org.shishi.web.log;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.shishi.ledger.Line;
import org.shishi.ledger.Receipt;
import org.shishi.ledger.SigningKey;
import org.shishi.ledger.VerifierKey;
import org.shishi.ledger.store.Checkpoints;
import org.shishi.matter.Desk;
import org.shishi.web.Frames;
import org.shishi.web.Pages;
import org.shishi.web.Say;
import org.shishi.web.Visit;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How long the ledger is, what was signed, and the receipt of any entry. */
@Controller
@Profile("!command")
final class LogPages {
    private static final int SHOWN = 10;

    private final Pages pages;
    private final Frames frames;
    private final PublicLog log;
    private final Desk desk;
    private final VerifierKey key;

    LogPages(Pages pages, Frames frames, PublicLog log, Desk desk, SigningKey key) {
        this.pages = pages;
        this.frames = frames;
        this.log = log;
        this.desk = desk;
        this.key = key.verifier();
    }

    /** @param entry position of an entry, or the number of a matter */
    @GetMapping("/log")
    ResponseEntity<byte[]> log(@RequestParam(defaultValue = "") String entry, Visit visit) {
        String asked = entry.replaceAll("\\s|\\p{Cntrl}", "");
        Say say = visit.say();
        Optional<LogPage.Found> found = position(asked).flatMap(log::findLine).map(this::found);
        boolean isMissing = !asked.isEmpty() && found.isEmpty();
        LogPage page = new LogPage(
                frames.of(visit, say.word("log.title"), "/log"),
                say.number(log.size()),
                key.vkey(),
                log.list(SHOWN).stream().map(each -> signed(say, each)).toList(),
                asked,
                found,
                isMissing ? say.word("log.none", asked) : "");
        return pages.show(isMissing ? HttpStatus.NOT_FOUND : HttpStatus.OK, "log/log", page);
    }

    private Optional<Long> position(String asked) {
        if (asked.matches("[1-9]\\d{0,17}")) {
            return Optional.of(Long.parseLong(asked));
        }
        boolean isNumber = asked.length() <= 60 && asked.chars().noneMatch(c -> Character.isSurrogate((char) c));
        return asked.isEmpty() || !isNumber
                ? Optional.empty()
                : desk.find(asked).map(head -> head.matter());
    }

    private LogPage.Found found(Line line) {
        long position = line.entry().position();
        Optional<Receipt> receipt = log.findReceipt(position);
        return new LogPage.Found(
                position,
                new String(line.header(), StandardCharsets.UTF_8),
                line.leaf().hex(),
                receipt.map(Receipt::text).orElse(""),
                receipt.filter(each -> each.leaf().equals(line.leaf()))
                        .filter(each -> each.objection(key).isEmpty())
                        .isPresent());
    }

    private static LogPage.Signed signed(Say say, Checkpoints.Signed signed) {
        return new LogPage.Signed(
                say.number(signed.checkpoint().size()),
                signed.checkpoint().root().hex(),
                say.moment(signed.at(), InstantSource.system().instant()));
    }
}
