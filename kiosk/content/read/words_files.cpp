// Words files: checks each text, and replaces faulty ones by another language's.
#include "content/keys/mark.h"
#include "content/keys/placeholders.h"
#include "content/keys/word_key.h"
#include "content/read/reading.h"
#include "content/references.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::content {

namespace {

constexpr std::string_view kReviewKeys[] = {"status", "reviewed_by", "reviewed_on", "reviewed_mark"};

// The separator of thousands: in French a blank.
constexpr std::string_view kThousands = "screen.number.thousands";

struct Leaf {
    std::string key;
    toml::Value* value = nullptr;
    std::size_t text = 0; // of Reading::texts
};

void gather(toml::Value& value, std::string const& key, std::vector<Leaf>& leaves)
{
    auto const below = key.empty() ? key : key + ".";
    if (value.kind == toml::Value::Kind::text) leaves.push_back({key, &value, 0});
    for (std::size_t i = 0; i < value.items.size(); ++i) gather(value.items[i], below + std::to_string(i + 1), leaves);
    for (auto& member : value.members) gather(member.value, below + member.name, leaves);
}

// Removes the keys of the review from a words file.
void remove_review_keys(toml::Value& root)
{
    std::erase_if(root.members, [](toml::TomlMember const& member) {
        return std::find(std::begin(kReviewKeys), std::end(kReviewKeys), member.name) != std::end(kReviewKeys);
    });
}

// Reads the keys of the review, and removes them from the tree.
Review take_review(toml::Value& root, Problems& problems, WordsFile& file)
{
    auto& place = file.place;
    toml::TableReader reader(root, "this file", problems);
    Review review;
    review.reviewed = reader.word("status", {"draft", "reviewed"}) == "reviewed";
    review.by = reader.text("reviewed_by");
    review.on = reader.text("reviewed_on");
    review.mark = reader.text("reviewed_mark", toml::Presence::optional);
    place = reader.place_of("status");
    file.on_place = reader.place_of("reviewed_on");
    reader.report_missing();
    if (review.reviewed && review.mark.empty())
        reader.complain(
            place, "this file is marked as reviewed by hand",
            fmt::format("write status = \"draft\"; only \"kiosk-content reviewed {} --by NAME\" counts", place.file));
    remove_review_keys(root);
    return review;
}

// The id of "channel.be-form.name"; "" of any other key.
std::string_view channel_of(std::string_view key)
{
    constexpr std::string_view kGroup = "channel.";
    if (!key.starts_with(kGroup)) return {};
    key.remove_prefix(kGroup.size());
    return key.substr(0, key.rfind('.'));
}

class WordsReader {
public:
    WordsReader(ReadContext& reading, std::filesystem::path const& folder, WordsFileOptions const& of)
        : reading_(reading),
          folder_(folder),
          of_(of)
    {
    }

    WordsTrees take()
    {
        auto const& languages = reading_.content.languages;
        for (auto const& language : languages) read(language);
        // Leaves point into the trees: no tree may be added or moved from here on.
        for (auto& [language, tree] : trees_) {
            gather(tree, of_.prefix, leaves_[language]);
            if (of_.apart.empty()) continue;
            auto const apart = of_.prefix + "." + of_.apart;
            std::erase_if(leaves_[language],
                          [&](Leaf const& leaf) { return leaf.key == apart || leaf.key.starts_with(apart + "."); });
        }
        find_references();
        for (auto const& language : languages)
            for (auto& leaf : leaves_[language]) judge(language, leaf);
        for (auto const& language : languages) mend(language);
        record_unlisted_words(reading_, folder_);
        return std::move(trees_);
    }

private:
    void read(Language const& language)
    {
        if (trees_.contains(language)) return;
        auto const name = language + ".toml";
        auto const names = reading_.files.list(folder_);
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            reading_.missing_words[language].push_back(folder_ / name);
            reading_.mark_incomplete(folder_ / name);
            return;
        }
        auto root = reading_.file(folder_ / name);
        if (!root) return;
        WordsFile file;
        file.language = language;
        file.folder = folder_.generic_string();
        file.readers = of_.readers;
        file.review = take_review(*root, reading_.problems, file);
        file.mark = mark_of_words(*root);
        file.review.changed = file.review.reviewed && file.review.mark != file.mark;
        file.review.reviewed = file.review.reviewed && !file.review.changed;
        reading_.content.words_files.push_back(std::move(file));
        trees_.emplace(language, std::move(*root));
    }

    // The references that most languages have in a text: every language must have them.
    void find_references()
    {
        std::map<std::string, std::map<std::string, std::size_t>> times;
        for (auto const& [language, leaves] : leaves_)
            for (auto const& leaf : leaves)
                for (auto const name : placeholders_in(leaf.value->text).names)
                    if (name.find('.') != std::string_view::npos) ++times[leaf.key][std::string(name)];
        for (auto const& [key, names] : times)
            for (auto const& [name, count] : names)
                if (count * 2 > leaves_.size()) references_[key] += (references_[key].empty() ? "" : " ") + name;
    }

    void judge(Language const& language, Leaf& leaf)
    {
        auto const& value = *leaf.value;
        TextToCheck text;
        text.words = value.text;
        text.language = language;
        text.of = channel_of(leaf.key);
        text.kind = text.of.empty() ? TextRole::words : TextRole::channel;
        if (auto const* key = of_.by_key ? word_key(split_form(leaf.key).key) : nullptr)
            text.placeholders = key->placeholders;
        if (auto const found = references_.find(leaf.key); found != references_.end()) text.references = found->second;
        text.may_be_blank = leaf.key == kThousands && !value.text.empty();
        auto const faults = reading_.rules->faults_of(text);
        for (auto const& fault : faults)
            if (fault.is_reported)
                reading_.problems.push_back({fault.severity, value.place, fault.message, fault.suggestion});
        bool const faulty = std::any_of(faults.begin(), faults.end(),
                                        [](WordFault const& fault) { return fault.severity == Severity::error; });
        leaf.text = reading_.texts.size();
        reading_.texts.push_back({language, folder_.generic_string(), leaf.key, value.text,
                                  !faulty ? fill_references(value.text, reading_.content.reporting, language) : "",
                                  faulty, of_.readers, value.place});
    }

    // The text of this key in the first language that has it without an error.
    std::string other_than_faulty(std::string const& key) const
    {
        for (auto const& language : reading_.content.languages) {
            auto const leaves = leaves_.find(language);
            if (leaves == leaves_.end()) continue;
            for (auto const& leaf : leaves->second)
                if (leaf.key == key && !reading_.texts[leaf.text].faulty) return reading_.texts[leaf.text].shown;
        }
        return {};
    }

    void mend(Language const& language)
    {
        bool any = false;
        for (auto& leaf : leaves_[language]) {
            auto& text = reading_.texts[leaf.text];
            if (text.faulty) {
                text.shown = other_than_faulty(leaf.key);
                any = true;
            }
            leaf.value->text = text.shown;
        }
        if (any) take_out_empty(trees_.at(language));
    }

    // Removes texts that no language can replace: items of lists, and texts that are asked for by key.
    void take_out_empty(toml::Value& value) const
    {
        auto const empty = [](toml::Value const& one) {
            return one.kind == toml::Value::Kind::text && one.text.empty();
        };
        std::erase_if(value.items, empty);
        if (of_.by_key)
            std::erase_if(value.members, [&](toml::TomlMember const& member) { return empty(member.value); });
        for (auto& member : value.members) take_out_empty(member.value);
    }

    ReadContext& reading_;
    std::filesystem::path const& folder_;
    WordsFileOptions const& of_;
    WordsTrees trees_;
    PerLanguage<std::vector<Leaf>> leaves_;
    std::map<std::string, std::string> references_; // by key, with blanks between
};

} // namespace

std::string mark_of_words(toml::Value root)
{
    remove_review_keys(root);
    std::vector<Leaf> leaves;
    gather(root, "", leaves);
    Mark mark;
    for (auto const& leaf : leaves) {
        mark.add(leaf.key);
        mark.add(leaf.value->text);
    }
    return mark.text();
}

WordsTrees ReadContext::words(std::filesystem::path const& folder, WordsFileOptions const& of)
{
    return WordsReader(*this, folder, of).take();
}

void ReadContext::judge(std::string const& text, SourceLocation const& place, std::string const& what, TextRole kind)
{
    TextToCheck judged;
    judged.words = text;
    judged.kind = kind;
    for (auto const& fault : rules->faults_of(judged))
        if (fault.is_reported)
            problems.push_back({fault.severity, place, what + ": " + fault.message, fault.suggestion});
}

} // namespace kiosk::content
