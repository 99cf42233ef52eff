package org.stockwright.build.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.eclipse.osgi.util.ManifestElement;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * What a bundle's exported packages offer to others: one line for each public type and each of its public and protected
 * members, by package.
 */
final class ApiSignatures {

    private static final String HEAD = "package ";
    /** What the compiler adds to a member that is nobody's business outside of its class. */
    private static final int HIDDEN = Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE;

    private final Map<String, Package> packages = new TreeMap<>();

    /**
     * A package.
     *
     * @param version the one that it is exported with
     * @param lines its types and members
     */
    record Package(Version version, Set<String> lines) {
    }

    private ApiSignatures() {
        // made by of() and read()
    }

    /** Where the classes of a bundle lie when it was built. */
    static Path classes(BundleSource bundle) {
        return bundle.folder().resolve("target/classes");
    }

    /** What a built bundle offers. */
    static ApiSignatures of(BundleSource bundle) throws IOException {
        ApiSignatures signatures = new ApiSignatures();
        for (ManifestElement exported : bundle.exports()) {
            String name = exported.getValue();
            if (name.startsWith("org.stockwright.")) {
                Set<String> lines = new TreeSet<>();
                Path folder = classes(bundle).resolve(name.replace('.', '/'));
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : (Iterable<Path>) files.filter(one -> one.toString().endsWith(".class"))
                        .sorted()::iterator) {
                        lines.addAll(lines(Files.readAllBytes(file)));
                    }
                }
                signatures.packages.put(name,
                    new Package(Version.valueOf(exported.getAttribute(Constants.VERSION_ATTRIBUTE)), lines));
            }
        }
        return signatures;
    }

    /** What {@link #text} wrote. */
    static ApiSignatures read(String text) {
        ApiSignatures signatures = new ApiSignatures();
        Package current = null;
        for (String line : (Iterable<String>) text.lines().filter(one -> !one.isBlank())::iterator) {
            if (line.startsWith(HEAD)) {
                String[] words = line.split(" ");
                current = new Package(Version.valueOf(words[2]), new TreeSet<>());
                signatures.packages.put(words[1], current);
            } else if (current == null) {
                throw new IllegalArgumentException("No package before: " + line);
            } else {
                current.lines.add(line.strip());
            }
        }
        return signatures;
    }

    /** All of it as text. */
    String text() {
        StringBuilder text = new StringBuilder();
        packages.forEach((name, content) -> {
            text.append(HEAD).append(name).append(' ').append(content.version).append('\n');
            content.lines.forEach(line -> text.append("  ").append(line).append('\n'));
        });
        return text.toString();
    }

    boolean isEmpty() {
        return packages.isEmpty();
    }

    /**
     * What would break whoever was built with an older state of this: a package, type or member that is gone or is another now, and
     * what those who implement an interface now have to have, while the package's first number is still the same.
     */
    List<String> broken(ApiSignatures older) {
        List<String> broken = new ArrayList<>();
        older.packages.forEach((name, before) -> {
            Package now = packages.get(name);
            if (now == null) {
                broken.add(name + " " + before.version + ": the package is gone");
            } else if (now.version.getMajor() <= before.version.getMajor()) {
                String place = name + ' ' + now.version + ": ";
                before.lines.stream().filter(line -> !now.lines.contains(line))
                    .forEach(line -> broken.add(place + "gone or changed: " + line));
                now.lines.stream().filter(line -> !before.lines.contains(line))
                    .filter(line -> isNewDuty(line, before.lines))
                    .forEach(line -> broken.add(place + "partners would have to implement: " + line));
            }
        });
        return broken;
    }

    /** Whether a new line is an abstract method of what was there and partners implement: an interface that says so, or a class. */
    private static boolean isNewDuty(String line, Set<String> before) {
        int member = line.indexOf('#');
        if (member < 0 || !line.contains(" abstract ")) {
            return false;
        }
        String type = line.substring(0, member) + ' ';
        return before.stream().anyMatch(one -> one.startsWith(type + "class abstract ")
            || one.startsWith(type) && one.contains("@ConsumerType"));
    }

    private static List<String> lines(byte[] bytes) {
        TypeReader reader = new TypeReader();
        new ClassReader(bytes).accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return reader.lines();
    }

    /** Reads one type. */
    private static final class TypeReader extends ClassVisitor {

        private final List<String> members = new ArrayList<>();
        private final Set<String> roles = new TreeSet<>();
        private String name = "";
        private String head = "";
        private int access;
        private boolean isHidden;
        private boolean isFinal;

        TypeReader() {
            super(Opcodes.ASM9);
        }

        List<String> lines() {
            if (isHidden || (access & Opcodes.ACC_PUBLIC) == 0) {
                return List.of();
            }
            List<String> lines = new ArrayList<>();
            lines.add(name + ' ' + head + (roles.isEmpty() ? "" : " " + String.join(" ", roles)));
            members.forEach(member -> lines.add(name + '#' + member));
            return lines;
        }

        @Override
        public void visit(int version, int flags, String internal, String signature, String parent,
            String[] interfaces) {
            access = flags;
            isFinal = (flags & Opcodes.ACC_FINAL) != 0;
            name = internal.substring(internal.lastIndexOf('/') + 1);
            isHidden = (flags & Opcodes.ACC_SYNTHETIC) != 0 || internal.endsWith("package-info");
            head = kind(flags) + words(flags & ~(Opcodes.ACC_SUPER | Opcodes.ACC_INTERFACE | Opcodes.ACC_ENUM))
                + (signature == null ? " extends " + parent
                    + (interfaces.length == 0 ? "" : " implements " + String.join(", ", sorted(interfaces)))
                    : " " + signature);
        }

        private static List<String> sorted(String[] interfaces) {
            return Arrays.stream(interfaces).sorted().toList();
        }

        private static String kind(int flags) {
            if ((flags & Opcodes.ACC_ANNOTATION) != 0) {
                return "annotation";
            }
            if ((flags & Opcodes.ACC_INTERFACE) != 0) {
                return "interface";
            }
            if ((flags & Opcodes.ACC_ENUM) != 0) {
                return "enum";
            }
            return (flags & Opcodes.ACC_RECORD) != 0 ? "record" : "class";
        }

        /** A nested type's own rights stand with its enclosing type. */
        @Override
        public void visitInnerClass(String internal, String outer, String simple, int flags) {
            if (internal.substring(internal.lastIndexOf('/') + 1).equals(name)) {
                isHidden = isHidden || outer == null || (flags & Opcodes.ACC_PUBLIC) == 0;
            }
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            String simple = descriptor.substring(descriptor.lastIndexOf('/') + 1, descriptor.length() - 1);
            if (simple.equals("ConsumerType") || simple.equals("ProviderType")) {
                roles.add('@' + simple);
            }
            return null;
        }

        @Override
        public FieldVisitor visitField(int flags, String field, String descriptor, String signature, Object value) {
            if (isOffered(flags)) {
                // a constant is copied into whoever was built with it
                members.add(field + words(flags) + ' ' + (signature == null ? descriptor : signature)
                    + (value == null ? "" : (" = " + oneLine(value)).stripTrailing()));
            }
            return null;
        }

        private static String oneLine(Object value) {
            return value.toString().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        }

        @Override
        public MethodVisitor visitMethod(int flags, String method, String descriptor, String signature,
            String[] exceptions) {
            if (isOffered(flags)) {
                Set<String> thrown = new TreeSet<>();
                for (String exception : Optional.ofNullable(exceptions).orElseGet(() -> new String[0])) {
                    thrown.add(exception.replace('/', '.'));
                }
                members.add(method + words(flags & ~(Opcodes.ACC_VARARGS | Opcodes.ACC_SYNCHRONIZED)) + ' '
                    + (signature == null ? Type.getMethodType(descriptor).getDescriptor() : signature)
                    + (thrown.isEmpty() ? "" : " throws " + String.join(", ", thrown)));
            }
            return null;
        }

        private boolean isOffered(int flags) {
            boolean isForHeirs = (flags & Opcodes.ACC_PROTECTED) != 0 && !isFinal;
            return (flags & HIDDEN) == 0 && ((flags & Opcodes.ACC_PUBLIC) != 0 || isForHeirs);
        }

        private static String words(int flags) {
            StringBuilder words = new StringBuilder();
            Map<Integer, String> known = new TreeMap<>(Map.of(Opcodes.ACC_PROTECTED, "protected", Opcodes.ACC_STATIC,
                "static", Opcodes.ACC_FINAL, "final", Opcodes.ACC_ABSTRACT, "abstract"));
            known.forEach((bit, word) -> words.append((flags & bit) == 0 ? "" : " " + word));
            return words.toString();
        }

    }

    /** Writes it to a file. */
    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

}
