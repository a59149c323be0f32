// Reads a content folder into a Content. Never fails: what cannot be read is left out and reported as a Problem. A text
// with an error (content/wording/rules.h) is replaced by the same text of the first language that has it without one.
// File names in Problems begin with the folder's own name, as an editor sees them ("content/quiz/travellers/fr.toml").
#pragma once
#include "content/read/texts.h"
#include "content/wording/rules.h"
#include "toml/toml.h"

#include <filesystem>

namespace kiosk::content {

// Access to the files of a content folder, so that tests can keep them in memory and callers can record what is read.
class ContentFiles {
public:
    virtual ~ContentFiles() = default;
    // A parsed TOML file, or nothing and a Problem. `relative` is below the folder; `shown` is its name in Problems.
    virtual std::optional<toml::Value> toml(std::filesystem::path const& relative, std::string const& shown,
                                            Problems& problems) const = 0;
    // Names in a folder, sorted; folders end in '/'.
    virtual std::vector<std::string> list(std::filesystem::path const& relative) const = 0;
};

class ContentFolder final : public ContentFiles {
public:
    explicit ContentFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}
    std::optional<toml::Value> toml(std::filesystem::path const& relative, std::string const& shown,
                                    Problems& problems) const override;
    std::vector<std::string> list(std::filesystem::path const& relative) const override;

private:
    std::filesystem::path folder_;
};

struct ReadOptions {
    HasLetter has_letter = {};    // of the kiosk's fonts; empty: letters are not checked
    KnownFaults* known = nullptr; // of earlier reads with the same rules (content/wording/rules.h)
};

struct ReadContent {
    Content content;
    Problems problems;
    std::vector<Text> texts;
};

// Why a path is no content folder: it does not exist, is a file, or is another folder. Nothing where it is one.
std::optional<Problem> content_folder_problem(std::filesystem::path const& folder);

ReadContent read_content(std::filesystem::path const& folder, ReadOptions const& options = {});
// `name`: the folder's name in Problems.
ReadContent read_content(ContentFiles const& files, std::string const& name, ReadOptions const& options = {});

} // namespace kiosk::content
