package org.stockwright.cli.internal;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.osgi.framework.FrameworkUtil;

/** Runs commands in this framework and keeps what they print. */
final class Shell {

    private final List<String> always;
    private final Map<String, String> environment = new HashMap<>();
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
        Services services = new Services(FrameworkUtil.getBundle(CommandRun.class).getBundleContext());
        int code = new CommandRun(services, new Console(result, new PrintWriter(messages), false, false),
            new Interrupt(), new Passwords(environment::get, question -> null)).execute(all.toArray(new String[0]));
        out = result.toString(StandardCharsets.UTF_8);
        err = messages.toString();
        return code;
    }

    /** Sets a variable of the environment, or takes it away by null. */
    Shell with(String variable, String value) {
        if (value == null) {
            environment.remove(variable);
        } else {
            environment.put(variable, value);
        }
        return this;
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
