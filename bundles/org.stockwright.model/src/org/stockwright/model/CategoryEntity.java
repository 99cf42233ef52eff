package org.stockwright.model;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A node of the tree of item categories. */
@Entity(name = "Category")
@Table(name = "category")
@Cacheable(false)
public class CategoryEntity {

    @Id
    @Column(name = "id")
    private long id;

    @ManyToOne
    @JoinColumn(name = "parent_id")
    private CategoryEntity parent;

    @Column(name = "name")
    private String name;

    @Column(name = "path")
    private String path;

    @Column(name = "negative_policy")
    private String negativePolicy;

    @Version
    @Column(name = "version")
    private long version;

    /** For the persistence provider only. */
    protected CategoryEntity() {
        // filled by the provider
    }

    /** A new row; the caller has drawn its identity and sets the rest. */
    public CategoryEntity(long id) {
        this.id = id;
    }

    /** The number that the database knows it by. */
    public long getId() {
        return id;
    }

    /** The category that it lies in, or {@code null}. */
    public CategoryEntity getParent() {
        return parent;
    }

    /** Sets what {@link #getParent} tells. */
    public void setParent(CategoryEntity parent) {
        this.parent = parent;
    }

    /** Its own name. */
    public String getName() {
        return name;
    }

    /** Sets what {@link #getName} tells. */
    public void setName(String name) {
        this.name = name;
    }

    /** All names from the root, with slashes. */
    public String getPath() {
        return path;
    }

    /** Sets what {@link #getPath} tells. */
    public void setPath(String path) {
        this.path = path;
    }

    /** Its policy for negative stock, or {@code null}. */
    public String getNegativePolicy() {
        return negativePolicy;
    }

    /** Sets what {@link #getNegativePolicy} tells. */
    public void setNegativePolicy(String negativePolicy) {
        this.negativePolicy = negativePolicy;
    }

    /** How often it was changed. */
    public long getVersion() {
        return version;
    }

}
