package org.shishi.web;

import java.util.Map;

/** A small pack a city might lay over ours: visits with a moment, checked one by one or many at once. */
final class Visits {
    static final Map<String, String> PACK = Map.of(
            "visits/pack.yaml",
            """
            pack: visits
            duties:
              supervisor: {sees: all, acts: all}
              handler: {sees: unit, acts: unit}
            """,
            "visits/visit.yaml",
            """
            procedure: visit
            version: 1
            number: ZF-{date}-{n}
            fields:
              text: {kind: text, needed: true}
              met: {kind: moment, needed: true}
              unit: {kind: unit, needed: true}
              answer: {kind: line, needed: true}
            acts:
              note: {by: [supervisor], from: none, to: noted, asks: [text, met, unit], holder: unit}
              see: {by: [supervisor], from: noted, to: seen, bulk: true, main: true, key: v}
              sort: {by: [supervisor], from: [noted, seen], to: sorted, asks: [answer], bulk: true, key: o}
            """,
            "visits/words_zh_CN.properties",
            """
            pack.visits.title = 走访
            procedure.visit = 走访
            field.visit.text = 见闻
            field.visit.met = 见面时刻
            field.visit.unit = 单位
            field.visit.answer = 处理
            act.visit.note = 记走访
            act.visit.see = 阅过
            act.visit.sort = 分办
            stage.visit.noted = 已记
            stage.visit.seen = 已阅
            stage.visit.sorted = 已分办
            """,
            "visits/words_en.properties",
            """
            pack.visits.title = Visits
            procedure.visit = Visit
            field.visit.text = What was seen
            field.visit.met = Met at
            field.visit.unit = Unit
            field.visit.answer = Sorted as
            act.visit.note = Note a visit
            act.visit.see = See
            act.visit.sort = Sort
            stage.visit.noted = Noted
            stage.visit.seen = Seen
            stage.visit.sorted = Sorted
            """);

    private Visits() {}
}
