package org.shishi.web.log;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shishi.ledger.Line;
import org.shishi.ledger.Proof;
import org.shishi.ledger.Receipt;
import org.shishi.ledger.SigningKey;
import org.shishi.ledger.VerifierKey;
import org.shishi.web.Frames;
import org.shishi.web.Pages;
import org.shishi.web.Say;
import org.shishi.web.Visit;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where anybody verifies a receipt. The page does it in the browser, so that nobody has to believe the server; the server
 * does it for browsers without scripts. Either says which check failed.
 */
@Controller
@Profile("!command")
final class VerifyDoor {
    private static final int MOST = 20_000;

    private final Pages pages;
    private final Frames frames;
    private final PublicLog log;
    private final VerifierKey key;

    VerifyDoor(Pages pages, Frames frames, PublicLog log, SigningKey key) {
        this.pages = pages;
        this.frames = frames;
        this.log = log;
        this.key = key.verifier();
    }

    @GetMapping("/verify")
    ResponseEntity<byte[]> ask(Visit visit) {
        return show(visit, "", Optional.empty());
    }

    private ResponseEntity<byte[]> show(Visit visit, String typed, Optional<VerifyPage.Verdict> verdict) {
        String title = visit.say().word("verify");
        VerifyPage page = new VerifyPage(frames.of(visit, title, "/verify"), key.vkey(), typed, verdict);
        boolean isGood = verdict.map(VerifyPage.Verdict::isGood).orElse(true);
        return pages.show(isGood ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT, "log/verify", page);
    }

    @PostMapping("/verify")
    ResponseEntity<byte[]> verify(@RequestParam(defaultValue = "") String receipt, Visit visit) {
        String text =
                receipt.length() > MOST ? "" : receipt.replaceAll("\r\n?", "\n").strip() + "\n";
        return show(visit, text, Optional.of(verdict(visit.say(), text)));
    }

    private VerifyPage.Verdict verdict(Say say, String text) {
        return read(text)
                .map(receipt -> verdict(say, receipt))
                .orElseGet(() -> new VerifyPage.Verdict(
                        false, say.word("verify.unfit"), List.of(check(say, "verify.form", false))));
    }

    private static Optional<Receipt> read(String text) {
        try {
            return Optional.of(Receipt.read(text));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private VerifyPage.Verdict verdict(Say say, Receipt receipt) {
        Optional<Line> line = log.findLine(receipt.position());
        List<VerifyPage.Check> checks = new ArrayList<>();
        checks.add(check(say, "verify.form", true));
        checks.add(check(say, "verify.signature", isSigned(receipt)));
        checks.add(check(say, "verify.inclusion", isIncluded(receipt)));
        checks.add(check(
                say,
                "verify.entry",
                line.filter(found -> found.leaf().equals(receipt.leaf())).isPresent()));
        boolean isGood = checks.stream().allMatch(VerifyPage.Check::isRight);
        return new VerifyPage.Verdict(
                isGood, isGood ? proven(say, receipt, line.orElseThrow()) : say.word("verify.unfit"), checks);
    }

    private static VerifyPage.Check check(Say say, String word, boolean isRight) {
        return new VerifyPage.Check(say.word(word), isRight);
    }

    private boolean isSigned(Receipt receipt) {
        try {
            return receipt.checkpoint().isSignedWith(key);
        } catch (IllegalArgumentException e) {
            return false; // a signature that is not even base64
        }
    }

    private static boolean isIncluded(Receipt receipt) {
        return Proof.rootOf(
                        receipt.digest(),
                        receipt.leaf(),
                        receipt.position() - 1,
                        receipt.checkpoint().size(),
                        receipt.siblings())
                .equals(Optional.of(receipt.checkpoint().root()));
    }

    private static String proven(Say say, Receipt receipt, Line line) {
        Instant now = InstantSource.system().instant();
        return say.word(
                "verify.proven",
                say.number(receipt.position()),
                say.moment(line.entry().recordedAt(), now),
                say.number(receipt.checkpoint().size()));
    }
}
