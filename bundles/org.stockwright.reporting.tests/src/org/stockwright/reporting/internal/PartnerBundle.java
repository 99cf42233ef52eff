package org.stockwright.reporting.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** A bundle that somebody installs with a design of theirs in it. */
final class PartnerBundle implements AutoCloseable {

    private final Bundle bundle;

    PartnerBundle(String name, String design) throws IOException, BundleException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.example." + name);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new ZipEntry("reports/report.rptdesign"));
            jar.write(design.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
        bundle = TestReport.host().getBundleContext().installBundle("test:" + name,
            new ByteArrayInputStream(bytes.toByteArray()));
        bundle.start(Bundle.START_TRANSIENT);
    }

    /** The report of its design. */
    TestReport report(String id) {
        return new TestReport(id, bundle, bundle.getEntry("reports/report.rptdesign"), () -> TestReport.rows(3));
    }

    @Override
    public void close() throws BundleException {
        bundle.uninstall();
    }

}
