package org.stockwright.cli.internal;

import java.io.IOException;

import org.stockwright.cli.spi.BookTask;
import org.stockwright.cli.spi.WrongUsage;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A contributed task as a command like all others. */
final class TaskCommand extends BookCommand {

    @Spec
    CommandSpec spec;

    private final BookTask task;
    private final String title;

    private TaskCommand(Invocation invocation, BookTask task, String title) {
        super(invocation);
        this.task = task;
        this.title = title;
    }

    /**
     * The command with the words and options of the task and those of every command.
     *
     * @param title who brings it
     */
    static CommandLine of(Invocation invocation, BookTask task, String title) {
        CommandLine line = new CommandLine(new TaskCommand(invocation, task, title));
        line.addMixin("task", task);
        return line;
    }

    /** Who brings it. */
    String title() {
        return title;
    }

    @Override
    public Integer call() throws IOException {
        try {
            task.check();
            return super.call();
        } catch (WrongUsage wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        } catch (LinkageError broken) {
            throw new IllegalStateException("it does not fit the installed product", broken);
        }
    }

    @Override
    int run(Session session) throws IOException {
        task.run(new TaskBook(invocation(), options, session));
        return DONE;
    }

}
