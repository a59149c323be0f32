// Mistakes that people make in content, made by chance: one at a time, each in one place of the shipped content that
// the chance picks. The same seed makes the same ones.
#pragma once
#include "support/edited_content.h"

#include <functional>
#include <random>

namespace test {

struct Mistake {
    std::string kind;
    std::string file; // of the cause, below the content
    int first_line = 0, last_line = 0;
    std::string wrong; // as it must be on no screen; "" where nothing is to be drawn
};

class MistakeMaker {
public:
    explicit MistakeMaker(std::uint32_t seed);

    // The kinds take turns.
    Mistake make(EditedContent& content, unsigned long number);
    std::size_t kinds() const { return kinds_.size(); }

private:
    using Make = std::function<Mistake(EditedContent&)>;
    // What a text becomes; nothing where this text cannot have the mistake.
    using Worsen = std::function<std::optional<std::string>(kiosk::content::Text const&)>;

    void add(std::string name, Make make) { kinds_.emplace_back(std::move(name), std::move(make)); }
    void add_text(std::string const& name, Worsen worsen);
    void texts_with_placeholders();
    void texts_with_leftovers();
    void texts_with_terms_and_contacts();
    void keys();
    void identities();
    void contacts();
    void files();

    std::size_t below(std::size_t count);
    std::string const& one_of(std::vector<std::string> const& list) { return list[below(list.size())]; }
    // A line of a file that begins so, and what it becomes.
    Mistake line(EditedContent& content, std::string const& file, std::string const& begins,
                 std::function<std::string(std::string const& line)> const& worsen, int before = 0);

    std::mt19937 chance_;
    std::vector<kiosk::content::Text> texts_;
    kiosk::content::Content content_;
    std::vector<std::pair<std::string, Make>> kinds_;
};

} // namespace test
