package org.shishi.post;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shishi.procedure.PackFiles;
import org.shishi.procedure.Packs;

/** The appeals pack with notices of the tests' own, as a city would lay them over it. */
final class NoticePack {
    private static final String ACTS = """
            acts:
              tell:      {by: [clock], from: any, does: notice-sent}
              tell-not:  {by: [clock], from: any, does: notice-failed}
            """;
    private static final String NOTICES = """

            notices:
              trial-answered: {on: answer, to: caller, by: [sms, mail]}
              trial-mailed:   {on: strike, to: caller, by: mail}
              trial-work:     {on: dispatch, to: holder, by: [mail, webhook]}
              trial-log:      {on: [sign], to: caller, by: webhook}
            """;
    private static final String WORDS = """

            notice.appeal.trial-answered = 您反映的 {number} 已由{holder}答复。
            notice.appeal.trial-mailed = {number} {stage}
            notice.appeal.trial-work = {act} {number}，{subject}，{due}前办理
            notice.appeal.trial-log = {number}
            """;

    private NoticePack() {}

    static Packs read() {
        try {
            Path own = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "packs-");
            Path appeals = Files.createDirectories(own.resolve("appeals"));
            write(appeals, "appeal.yaml", plain(inside("appeal.yaml")).replaceFirst("(?m)^acts:\n", ACTS) + NOTICES);
            write(appeals, "words_zh_CN.properties", inside("words_zh_CN.properties") + WORDS);
            write(appeals, "words_en.properties", inside("words_en.properties") + WORDS);
            return Packs.read(PackFiles.under(own));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String inside(String file) {
        return PackFiles.inside().get("appeals/" + file);
    }

    /** Without the notices the pack itself may have. */
    private static String plain(String procedure) {
        return procedure.replaceAll("(?m)^.*does: notice-.*\n", "").replaceAll("(?ms)^notices:.*?(?=^\\S|\\z)", "");
    }

    private static void write(Path folder, String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
