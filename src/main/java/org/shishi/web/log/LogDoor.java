package org.shishi.web.log;

import java.util.List;
import org.shishi.ledger.Checkpoint;
import org.shishi.ledger.Line;
import org.shishi.ledger.Receipt;
import org.shishi.ledger.TilePath;
import org.shishi.ledger.VerifierKey;
import org.shishi.web.api.Answer;
import org.shishi.web.api.Call;
import org.shishi.web.api.Route;
import org.shishi.web.api.Wrong;
import org.springframework.http.HttpStatus;

/**
 * The log as C2SP tlog-checkpoint, tlog-tiles and tlog-proof have it, so that tools others wrote can check it. Entry
 * bundles are public too: a header names accounts and matters, but nothing personal.
 */
final class LogDoor implements Route.Door {
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    private final PublicLog log;
    private final VerifierKey key;

    LogDoor(PublicLog log, VerifierKey key) {
        this.log = log;
        this.key = key;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("GET", "/log/checkpoint", this::checkpoint),
                Route.open("GET", "/log/key", _ -> shared(Answer.text(key.vkey() + "\n"))),
                Route.open("GET", "/log/tile/**", this::tile),
                Route.open("GET", "/log/proof/*", this::proof),
                Route.open("GET", "/log/entry/*", this::entry));
    }

    /** Scripts of other sites may read the log: there is nothing in it that is theirs alone to see. */
    private static Answer shared(Answer answer) {
        return answer.with("Access-Control-Allow-Origin", "*").with("Cache-Control", "no-cache");
    }

    private Answer checkpoint(Call call) {
        Checkpoint latest = log.latest().orElseThrow(() -> Wrong.of(HttpStatus.NOT_FOUND, "not-signed"));
        return shared(Answer.text(latest.note()));
    }

    private Answer tile(Call call) {
        return TilePath.find(call.path(0))
                .flatMap(log::findTile)
                .map(bytes ->
                        shared(Answer.bytes("application/octet-stream", bytes)).with("Cache-Control", FOR_GOOD))
                .orElseThrow(() -> Wrong.notFound("/log/tile/" + call.path(0)));
    }

    private Answer proof(Call call) {
        long position = position(call);
        if (position > log.size()) {
            throw Wrong.notFound("/log/proof/" + position);
        }
        Receipt receipt = log.findReceipt(position).orElseThrow(() -> Wrong.of(HttpStatus.NOT_FOUND, "not-signed"));
        return shared(Answer.text(receipt.text()))
                .with("Content-Disposition", "inline; filename=\"receipt-" + position + ".txt\"");
    }

    /** The very bytes that were hashed. */
    private Answer entry(Call call) {
        Line line = log.findLine(position(call)).orElseThrow(() -> Wrong.notFound("/log/entry/" + call.path(0)));
        return shared(Answer.bytes("application/json", line.header())).with("Cache-Control", FOR_GOOD);
    }

    private static long position(Call call) {
        String said = call.path(0);
        if (!said.matches("[1-9]\\d{0,17}")) {
            throw Wrong.notFound(said);
        }
        return Long.parseLong(said);
    }
}
