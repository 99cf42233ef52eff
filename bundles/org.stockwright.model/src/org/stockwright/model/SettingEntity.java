package org.stockwright.model;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A named text that the program keeps for the company. */
@Entity(name = "Setting")
@Table(name = "setting")
@Cacheable(false)
public class SettingEntity {

    @Id
    @Column(name = "name")
    private String name;

    @Column(name = "text")
    private String text;

    @Version
    @Column(name = "version")
    private long version;

    /** For the persistence provider only. */
    protected SettingEntity() {
        // filled by the provider
    }

    /** A new row; the caller has drawn its identity and sets the rest. */
    public SettingEntity(String name) {
        this.name = name;
    }

    /** What it is found by. */
    public String getName() {
        return name;
    }

    /** What was kept. */
    public String getText() {
        return text;
    }

    /** Sets what {@link #getText} tells. */
    public void setText(String text) {
        this.text = text;
    }

    /** How often it was changed. */
    public long getVersion() {
        return version;
    }

}
