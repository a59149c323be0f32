// The shipped content in memory, for tests that make it worse in one place and see what is said: files are read from
// the disk and parsed once, and an edited one anew.
#pragma once
#include "content/check/check.h"
#include "content/read/read.h"

namespace test {

class EditedContent final : public kiosk::content::ContentFiles {
public:
    EditedContent();

    // The first `from` of the file becomes `to`; the line of it, from 1. A `from` that is not there fails the test.
    int replace(std::string const& file, std::string const& from, std::string const& to);
    void remove(std::string const& file) { edited_[file].reset(); }
    void put(std::string const& file, std::string text) { edited_[file] = std::move(text); }
    std::string text(std::string const& file) const;
    std::vector<std::string> files() const; // below the folder, sorted

    kiosk::content::ReadContent read() const;
    // What is said of it: read and checked, with the kiosk's own letters, as of 2026-11-25.
    kiosk::Problems problems() const;
    static kiosk::Problems problems_of(kiosk::content::ReadContent const& read);
    // The lines of what is an error, one under the other.
    std::string errors() const;

    std::optional<kiosk::toml::Value> toml(std::filesystem::path const& relative, std::string const& shown,
                                           kiosk::Problems& problems) const override;
    std::vector<std::string> list(std::filesystem::path const& relative) const override;

private:
    bool judges_as_shipped() const;

    std::map<std::string, std::optional<std::string>> edited_;
};

} // namespace test
