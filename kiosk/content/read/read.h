// Reads a content folder into a Pack. Never fails: what cannot be read is left out and said in a Problem, and the Pack
// holds the rest. A text with a fault (content/wording/rules.h) is said too, and is not in the Pack: the first
// language's is, or that of the next language in which it has none. File names in Problems are relative to the folder's
// parent, as an editor sees them ("content/quiz/travellers/fr.toml").
#pragma once
#include "content/read/texts.h"
#include "content/wording/rules.h"
#include "toml/toml.h"

#include <filesystem>

namespace kiosk::content {

// The files of a content folder. For tests they may be in memory.
class ContentFiles {
public:
    virtual ~ContentFiles() = default;
    // The tree of a TOML file, or nothing and a Problem whose place is called `shown`.
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
    HasLetter has_letter = {}; // asked of the kiosk's fonts; empty: letters are not asked for
};

struct ReadPack {
    Pack pack;
    Problems problems;
    std::vector<Text> texts;
};

// What somebody named in place of the content folder: nothing that is there, a file, or another folder.
std::optional<Problem> not_a_content_folder(std::filesystem::path const& folder);

ReadPack read_pack(std::filesystem::path const& folder, ReadOptions const& options = {});
// `name` is what the folder is called in Problems.
ReadPack read_pack(ContentFiles const& files, std::string const& name, ReadOptions const& options = {});

} // namespace kiosk::content
