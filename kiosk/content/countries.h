// Countries of the world: their codes (ISO 3166-1, two letters, and XK), and their names and order as ICU has them in a
// language. Read once into the pack; whoever draws asks the pack. Pure.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::content {

struct Country {
    std::string code, name;
    std::string letter; // it is filed under (filing.h)
};

bool is_country(std::string_view code);

// All there are, in the order of the language's own alphabet. Where ICU does not know the language, in English.
std::vector<Country> countries_in(std::string const& language);

// Names in the order of the language's own alphabet: ICU's collation. `name` gives what an entry is called.
class Alphabet {
public:
    explicit Alphabet(std::string const& language);
    Alphabet(Alphabet const&) = delete;
    Alphabet& operator=(Alphabet const&) = delete;
    ~Alphabet();
    bool before(std::string_view first, std::string_view second) const;

private:
    void* collator_; // of ICU; none: by bytes
};

} // namespace kiosk::content
