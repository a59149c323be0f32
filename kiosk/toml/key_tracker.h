// Tracks sections and names of a TOML file while it is scanned: how a heading is written, and what is there twice. Used
// by scan.cpp only.
#pragma once
#include "toml/scan.h"

#include <map>

namespace kiosk::toml {

// "[updates]" for the comment "# [updates]  # content by stick"; "" for any other comment.
std::string hidden_section(std::string_view remark);

class TomlKeyTracker {
public:
    // Takes the whole file: its first section says which heading is missing above the first names.
    explicit TomlKeyTracker(std::string_view bytes);

    // A line that begins with '['; `line` counts from 1.
    std::optional<ScanFault> heading(std::string_view text, int line);
    // A name before a '='.
    std::optional<ScanFault> name(std::string const& name, int line);
    // An empty line: a block of names may begin below it.
    void blank() { begins_block_ = true; }
    // A comment, which may be a section that somebody commented out.
    void remark(std::string_view text, int line);

private:
    std::optional<ScanFault> section(std::string const& name, int line);
    std::optional<ScanFault> list(std::string const& name, int line);
    std::optional<ScanFault> begin(std::string const& name, int line);

    std::optional<ScanFault> twice_here(std::string const& name, int other, int line) const;

    std::string first_list_; // "page", where the file's first section is [[page]]
    std::string section_;
    std::string first_name_; // of this section
    std::string hidden_;     // the last section that is commented out, below the last one that is not
    int hidden_line_ = 0;
    bool begins_block_ = false;
    int block_ = 0;                                       // the line of the first name below the last blank line
    std::map<std::string, int> sections_, lists_, names_; // with their lines; names of this section
};

} // namespace kiosk::toml
