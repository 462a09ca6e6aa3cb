package org.shishi.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shishi.matter.Refusal;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes the pages of acts done to many matters. */
@Component
@Profile("!command")
final class TogetherPages {
    private final Frames frames;
    private final Forms forms;
    private final FormReading reading;
    private final MatterPages matterPages;

    TogetherPages(Frames frames, Forms forms, FormReading reading, MatterPages matterPages) {
        this.frames = frames;
        this.forms = forms;
        this.reading = reading;
        this.matterPages = matterPages;
    }

    Map<String, String> facts(Say say, Together.Asked asked, Map<String, String> typed) {
        return reading.facts(say, asked.procedure(), asked.act(), typed);
    }

    TogetherPage form(
            Visit visit,
            Together.Asked asked,
            Map<String, String> typed,
            List<Refusal> wrong,
            List<Together.Answer> chosen) {
        var draft = new Forms.Draft(asked.procedure(), asked.act(), "/work/together", 0, typed, wrong);
        MatterView view = matterPages.view(visit);
        return new TogetherPage(
                frame(visit, asked, chosen.size()),
                asked.name(),
                Optional.of(forms.draw(visit.say(), draft)),
                chosen.stream()
                        .map(each -> new TogetherPage.Chosen(each.number(), title(view, each)))
                        .toList(),
                0,
                List.of());
    }

    private Frame frame(Visit visit, Together.Asked asked, int size) {
        String act = visit.say().act(asked.procedure(), asked.act().name());
        return frames.of(visit, visit.say().word("together.title", act, size), "/work");
    }

    private static String title(MatterView view, Together.Answer answer) {
        return answer.matter().map(view::title).orElse("");
    }

    TogetherPage answered(Visit visit, Together.Asked asked, List<Together.Answer> answers) {
        MatterView view = matterPages.view(visit);
        return new TogetherPage(
                frame(visit, asked, answers.size()),
                asked.name(),
                Optional.empty(),
                List.of(),
                answers.stream().filter(each -> each.why().isEmpty()).count(),
                answers.stream()
                        .map(each ->
                                new TogetherPage.Answer(each.number(), title(view, each), said(visit, asked, each)))
                        .sorted(Comparator.comparing(TogetherPage.Answer::isDone))
                        .toList());
    }

    private static String said(Visit visit, Together.Asked asked, Together.Answer answer) {
        return answer.why().stream()
                .map(refusal -> Forms.words(visit.say(), asked.procedure(), refusal))
                .collect(Collectors.joining("；"));
    }
}
