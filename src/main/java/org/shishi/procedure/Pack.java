package org.shishi.procedure;

import java.util.List;
import java.util.Map;

/**
 * What one domain brings: its procedures, the reach of its duties, classes, dated tables, registers, figures and what it
 * knows. Read whole and checked whole at start.
 */
public record Pack(
        String name,
        Map<String, Duty> duties,
        Map<String, Categories> categories,
        Map<String, Procedure> procedures,
        Map<String, DatedTable> tables,
        Map<String, Register> registers,
        Map<String, Figure> figures,
        Published published,
        List<Knowledge> knowledge,
        Vague vague) {}
