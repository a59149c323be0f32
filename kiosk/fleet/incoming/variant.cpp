#include "fleet/incoming/variant.h"

#include <fmt/format.h>

namespace kiosk::fleet {

namespace {

// FNV-1a: tells two rows of one number apart, here and on every machine.
class Hash {
public:
    void add(std::string_view text)
    {
        for (char const letter : text) add_byte(static_cast<unsigned char>(letter));
        add_byte(0); // so that "a","b" is not "ab",""
    }
    void add(std::int64_t number) { add(std::string_view(fmt::format_int(number).c_str())); }
    std::int64_t value() const { return static_cast<std::int64_t>(hash_); }

private:
    void add_byte(unsigned char byte) { hash_ = (hash_ ^ byte) * 1'099'511'628'211U; }
    std::uint64_t hash_ = 14'695'981'039'346'656'037U;
};

} // namespace

std::int64_t variant(figures::Release const& release)
{
    Hash hash;
    hash.add(release.first);
    hash.add(release.last);
    hash.add(release.threshold);
    for (auto const& cell : release.cells) {
        for (auto const* text : {&cell.measure, &cell.item, &cell.language}) hash.add(*text);
        hash.add(cell.n);
    }
    // Those of form 2 have none, and keep the variant that was stored of them.
    if (!release.mark.empty()) hash.add(release.mark);
    return hash.value();
}

std::int64_t variant(figures::MachineRow const& row)
{
    Hash hash;
    for (auto const number : {row.boot, row.monotonic_seconds, std::int64_t{row.clock_trusted}}) hash.add(number);
    for (auto const* text : {&row.wall, &row.event, &row.detail}) hash.add(*text);
    return hash.value();
}

std::int64_t variant(WordFact const& word)
{
    Hash hash;
    hash.add(word.words);
    hash.add(std::int64_t{word.right});
    return hash.value();
}

} // namespace kiosk::fleet
