package org.shishi.shell;

import java.util.Optional;
import java.util.stream.Stream;
import org.shishi.procedure.PackError;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What ended a command, told at the terminal: a trouble in its own words, anything else with its trace. */
final class Explained implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        Optional<String> words = words(failure);
        if (words.isPresent()) {
            line.getErr().println("shishi: " + words.get());
        } else {
            failure.printStackTrace(line.getErr());
        }
        return line.getCommandSpec().exitCodeOnExecutionException();
    }

    static Optional<String> words(Throwable failure) {
        if (Ending.isUnderWay()) {
            return Optional.of("stopped before it was done");
        }
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .flatMap(each -> wordsOf(each).stream())
                .findFirst();
    }

    private static Optional<String> wordsOf(Throwable cause) {
        return switch (cause) {
            case Trouble trouble -> Optional.ofNullable(trouble.getMessage());
            case PortInUseException taken ->
                Optional.of("Port " + taken.getPort() + " is in use. Name another one: ./shishi run --port N");
            case PackError wrong -> Optional.ofNullable(wrong.getMessage());
            default -> Optional.empty();
        };
    }
}
