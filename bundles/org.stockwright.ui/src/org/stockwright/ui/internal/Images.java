package org.stockwright.ui.internal;

import java.net.URL;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.osgi.framework.FrameworkUtil;

/** This bundle's pictures, disposed with the control that shows them. */
@SuppressWarnings("nls")
public final class Images {

    /** Done. */
    public static final String DONE = "done";
    /** Refused. */
    public static final String REFUSED = "refused";
    /** Failed. */
    public static final String FAILED = "failed";
    /** Nobody knows yet. */
    public static final String UNKNOWN = "unknown";

    private final ResourceManager resources;

    /** Pictures that live as long as this control. */
    public Images(Control owner) {
        resources = new LocalResourceManager(JFaceResources.getResources(), owner);
    }

    /** The picture of that name. */
    public Image get(String name) {
        return resources.create(descriptor(name));
    }

    /** The descriptor of a picture, for actions. */
    public static ImageDescriptor descriptor(String name) {
        URL url = FrameworkUtil.getBundle(Images.class).getEntry("icons/" + name + ".svg");
        return ImageDescriptor.createFromURL(url);
    }

}
