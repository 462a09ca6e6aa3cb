package org.shishi.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shishi.procedure.Act;
import org.shishi.procedure.Procedure;

/** Draws a procedure: its stages one below the other, acts that lead on at the left, those that lead elsewhere around. */
record Drawing(Say say, Procedure procedure) {
    private static final int BOX_WIDTH = 148;
    private static final int BOX_HEIGHT = 44;
    private static final int STEP = 96;
    private static final int LEFT = 250;
    private static final int TOP = 64;
    private static final int ROOM = 86;

    PacksPage.Diagram draw() {
        Map<String, Integer> rows = new HashMap<>();
        List<PacksPage.Box> boxes = new ArrayList<>();
        for (String stage : procedure.stages()) {
            int row = rows.size();
            rows.put(stage, row);
            boxes.add(new PacksPage.Box(
                    LEFT,
                    TOP + row * STEP,
                    BOX_WIDTH,
                    BOX_HEIGHT,
                    say.stage(procedure, stage),
                    procedure.isClosed(stage)));
        }
        List<PacksPage.Arrow> arrows = new ArrayList<>();
        procedure.acts().values().forEach(act -> arrows(act, rows, arrows));
        int height = TOP + procedure.stages().size() * STEP + 8;
        return new PacksPage.Diagram(LEFT + BOX_WIDTH + 320, height, boxes, arrows);
    }

    private void arrows(Act act, Map<String, Integer> rows, List<PacksPage.Arrow> arrows) {
        if (act.to().isEmpty()) {
            return;
        }
        int to = rows.getOrDefault(act.to().get(), 0);
        if (act.opens()) {
            arrows.add(straight(act, TOP - 46, TOP + to * STEP));
        }
        for (String stage : act.from().stream().sorted().toList()) {
            int from = rows.getOrDefault(stage, 0);
            boolean next = to == from + 1;
            arrows.add(
                    next
                            ? straight(act, TOP + from * STEP + BOX_HEIGHT, TOP + to * STEP)
                            : around(act, from, to, arrows.size()));
        }
    }

    private PacksPage.Arrow straight(Act act, int fromY, int toY) {
        int x = LEFT + BOX_WIDTH / 2;
        return arrow(act, "M" + x + " " + fromY + " V" + (toY - 5), x + 8, (fromY + toY) / 2 + 4);
    }

    /** Past the stages between, at the right; further out the more arrows there are already. */
    private PacksPage.Arrow around(Act act, int from, int to, int already) {
        int x = LEFT + BOX_WIDTH;
        int out = x + ROOM + already % 4 * 34;
        int fromY = TOP + from * STEP + BOX_HEIGHT / 2 + 8;
        int toY = TOP + to * STEP + BOX_HEIGHT / 2 - 8;
        String path =
                "M" + x + " " + fromY + " C" + out + " " + fromY + " " + out + " " + toY + " " + (x + 5) + " " + toY;
        return arrow(act, path, x + (out - x) * 3 / 4 + 6, (fromY + toY) / 2 + (from == to ? -14 : 4));
    }

    private PacksPage.Arrow arrow(Act act, String path, int x, int y) {
        String duties = act.by().stream().sorted().map(say::duty).collect(Collectors.joining(" · "));
        return new PacksPage.Arrow(path, x, y, say.act(procedure, act.name()), duties);
    }
}
