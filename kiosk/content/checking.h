// What the checkers share: the pack, the options and the list of Problems, with the few phrases of complaint.
// Private to content/.
#pragma once
#include "content/check.h"

#include <set>

namespace kiosk::content {

struct Checking {
    Pack const& pack;
    CheckOptions const& options;
    Problems problems;

    void error(FilePlace const& place, std::string message, std::string suggestion);
    void remark(Severity severity, FilePlace const& place, std::string message, std::string suggestion);
    void warning(FilePlace const& place, std::string message, std::string suggestion);
    // Ids of sources that do not exist, are of confidence C, or are missing altogether.
    void sources(std::vector<std::string> const& ids, FilePlace const& place, std::string const& what);
    void picture(std::string const& name, FilePlace const& place);
    // The words file that belongs to a place of the structure beside it.
    FilePlace words_of(FilePlace const& structure, Language const& language) const;
    // A day as YYYY-MM-DD, and none that has yet to come.
    void past_day(std::string const& day, FilePlace const& place, std::string const& key);
    // A headline that is too long to be one, or holds a word that no line can hold.
    void headline(std::string const& text, FilePlace const& place);
    // Complains for each id that comes twice.
    template <typename T>
    void unique_ids(std::vector<T> const& entries, std::string const& what)
    {
        std::set<std::string> seen;
        for (auto const& entry : entries)
            if (!seen.insert(entry.id).second)
                error(entry.place, what + " '" + entry.id + "' is there twice", "give one of them another id");
    }
};

void check_display(Checking& checking, Display const& display);
void check_reporting(Checking& checking);

} // namespace kiosk::content
