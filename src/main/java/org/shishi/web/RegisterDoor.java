package org.shishi.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.shishi.matter.NotFound;
import org.shishi.matter.Scope;
import org.shishi.paper.ExcelOut;
import org.shishi.people.Actor;
import org.shishi.procedure.Packs;
import org.shishi.procedure.Register;
import org.shishi.sheet.Query;
import org.shishi.sheet.Sheets;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Registers: looked through, filtered, sorted, and taken along as Excel. */
@Controller
@Profile("!command")
final class RegisterDoor {
    private static final int ON_A_PAGE = 50;
    private static final int AT_ONCE = 1000;
    private static final int EXCEL_AT_MOST = 200_000;
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private final Pages pages;
    private final RegisterPages registerPages;
    private final Sheets sheets;
    private final Packs packs;
    private final RegisterViews views;

    RegisterDoor(Pages pages, RegisterPages registerPages, Sheets sheets, Packs packs, RegisterViews views) {
        this.pages = pages;
        this.registerPages = registerPages;
        this.sheets = sheets;
        this.packs = packs;
        this.views = views;
    }

    @GetMapping("/registers")
    ResponseEntity<byte[]> first(Actor actor) {
        return packs.registers().stream()
                .filter(register -> !scope(register, actor).isEmpty())
                .findFirst()
                .map(register -> FrontDoor.goTo("/registers/" + register.name()))
                .orElseThrow(Problems.Forbidden::new);
    }

    /** The procedures of a register are of one pack, whose duties reach the same in each of them. */
    private Scope scope(Register register, Actor actor) {
        return packs.findProcedure(register.of().stream().sorted().findFirst().orElseThrow())
                .map(procedure -> Scope.of(packs, procedure, actor))
                .orElseThrow();
    }

    @GetMapping("/registers/{name}")
    ResponseEntity<byte[]> show(
            @PathVariable String name, @RequestParam MultiValueMap<String, String> said, Visit visit, Actor actor) {
        Register register = packs.findRegister(name).orElseThrow(() -> new NotFound(name));
        RegisterAsked asked = RegisterAsked.of(said);
        Sheets.Page page = sheets.page(name, visible(register, actor), asked.query(ON_A_PAGE));
        RegisterPage.Kept kept = views.of(visit.say(), actor, name, asked, Optional.ofNullable(said.getFirst("view")));
        return pages.show("register", registerPages.of(visit, register, asked, page, kept));
    }

    private Scope visible(Register register, Actor actor) {
        Scope scope = scope(register, actor);
        if (scope.isEmpty()) {
            throw new Problems.Forbidden();
        }
        return scope;
    }

    /** All rows that fit, as they are shown, in one workbook. */
    @GetMapping("/registers/{name}/excel")
    void excel(
            @PathVariable String name,
            @RequestParam MultiValueMap<String, String> said,
            Visit visit,
            Actor actor,
            HttpServletResponse response)
            throws IOException {
        Register register = packs.findRegister(name).orElseThrow(() -> new NotFound(name));
        Scope scope = visible(register, actor);
        RegisterAsked asked = RegisterAsked.of(said);
        Query query = asked.query(AT_ONCE);
        Sheets.Page first = sheets.page(name, scope, query); // whatever is wrong with it is said before the file begins
        String title = visit.say().first("register." + name);
        response.setContentType(EXCEL);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(title + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        ColumnWords words = registerPages.words(visit.say(), register);
        List<String> shown = registerPages.shown(register, asked);
        List<String> headings = shown.stream().map(words::label).toList();
        try (ExcelOut excel = ExcelOut.of(response.getOutputStream(), title, headings)) {
            write(excel, words, shown, first.lines());
            Optional<Query.Cursor> next = first.next();
            for (int rows = AT_ONCE; next.isPresent() && rows < EXCEL_AT_MOST; rows += AT_ONCE) {
                Sheets.Page page = sheets.page(name, scope, query.after(next.get()));
                write(excel, words, shown, page.lines());
                next = page.next();
            }
        }
    }

    private void write(ExcelOut excel, ColumnWords words, List<String> shown, List<Sheets.Line> lines)
            throws IOException {
        for (Sheets.Line line : lines) {
            excel.row(shown.stream()
                    .map(column -> registerPages.excel(words, column, line))
                    .toList());
        }
    }
}
