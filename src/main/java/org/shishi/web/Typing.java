package org.shishi.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shishi.files.Attachment;
import org.shishi.files.Unfit;
import org.shishi.files.Uploads;
import org.shishi.matter.Refusal;
import org.shishi.people.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Gives handlers what was {@link Typed} into a form, and takes its files into the store. */
@Component
@Profile("!command")
final class Typing implements HandlerMethodArgumentResolver {
    private static final int FIELD_AT_MOST = 60;
    private final Arrival arrival;
    private final Uploads uploads;
    private final InstantSource clock;

    Typing(Arrival arrival, Uploads uploads, InstantSource clock) {
        this.arrival = arrival;
        this.uploads = uploads;
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Typed.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        web.getParameterMap().forEach((name, said) -> values.put(name, said[0]));
        List<Refusal> wrong = new ArrayList<>();
        MultipartHttpServletRequest parts = web.getNativeRequest(MultipartHttpServletRequest.class);
        if (parts != null) {
            Actor actor = arrival.actor();
            for (List<MultipartFile> files : parts.getMultiFileMap().values()) {
                for (MultipartFile file : files) {
                    take(file, actor, values, wrong);
                }
            }
        }
        return new Typed(values, List.copyOf(wrong));
    }

    private void take(MultipartFile file, Actor actor, Map<String, String> values, List<Refusal> wrong)
            throws IOException {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        String field = file.getName();
        if (name.isEmpty() || field.length() > FIELD_AT_MOST) {
            return; // nothing was picked
        }
        try (InputStream in = file.getInputStream()) {
            switch (uploads.take(in, name, actor.account(), clock.instant())) {
                case Uploads.Taken.In(Attachment kept) -> values.put(field + Typed.KEPT + kept.hash(), kept.name());
                case Uploads.Taken.Not(Unfit why, String said) ->
                    wrong.add(new Refusal.FileRefused(field, why.keyword(), said));
            }
        }
    }
}
