// Sections and names of a TOML file as they come: how a heading is written, and what is there twice. Private to
// content/.
#pragma once
#include "toml/scan.h"

#include <map>

namespace kiosk::toml {

// "[updates]" of a remark "# [updates]  # content by stick"; "" of any other.
std::string hidden_section(std::string_view remark);

class TomlNames {
public:
    // Of the whole file, whose first section tells which one lost its line above it.
    explicit TomlNames(std::string_view bytes);

    // A line that begins with '['; `line` counts from 1.
    std::optional<ScanFault> heading(std::string_view text, int line);
    // A name before a '='.
    std::optional<ScanFault> name(std::string const& name, int line);
    // A line without anything: what stands below it may belong together.
    void blank() { begins_block_ = true; }
    // A remark, which may have been a section.
    void remark(std::string_view text, int line);

private:
    std::optional<ScanFault> section(std::string const& name, int line);
    std::optional<ScanFault> list(std::string const& name, int line);
    std::optional<ScanFault> begin(std::string const& name, int line);

    std::optional<ScanFault> twice_here(std::string const& name, int other, int line) const;

    std::string first_list_; // "page", where the file's first section is [[page]]
    std::string section_;
    std::string first_name_; // of this section
    std::string hidden_;     // the section whose line is a remark, below the last one that is none
    int hidden_line_ = 0;
    bool begins_block_ = false;
    int block_ = 0;                                       // the line of the first name below the last blank line
    std::map<std::string, int> sections_, lists_, names_; // with their lines; names of this section
};

} // namespace kiosk::toml
