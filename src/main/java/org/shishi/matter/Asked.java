package org.shishi.matter;

import java.time.Instant;
import java.util.Optional;
import org.shishi.people.Actor;
import org.shishi.procedure.Act;
import org.shishi.procedure.Facts;
import org.shishi.procedure.Procedure;

/**
 * What a check is asked about: may this actor do this act with this matter, saying these facts?
 *
 * @param standing empty when the act opens the matter
 * @param facts what the form holds; empty when only the button is drawn
 * @param at when it is done
 */
public record Asked(Procedure procedure, Act act, Optional<Standing> standing, Actor by, Facts facts, Instant at) {}
