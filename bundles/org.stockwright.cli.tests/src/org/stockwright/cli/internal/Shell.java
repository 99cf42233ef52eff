package org.stockwright.cli.internal;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.osgi.framework.FrameworkUtil;

/** Runs commands in this framework and keeps what they print. */
final class Shell {

    private final List<String> always;
    private String out = "";
    private String err = "";

    /** Commands with these options behind their own. */
    Shell(String... always) {
        this.always = List.of(always);
    }

    int run(String... words) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        StringWriter messages = new StringWriter();
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(always);
        int code = new CommandRun(FrameworkUtil.getBundle(CommandRun.class).getBundleContext(),
            new Console(result, new PrintWriter(messages), false, false)).execute(all.toArray(new String[0]));
        out = result.toString(StandardCharsets.UTF_8);
        err = messages.toString();
        return code;
    }

    String out() {
        return out;
    }

    String err() {
        return err;
    }

    /** The lines of a CSV result. */
    List<String> rows() {
        return out.lines().toList();
    }

}
