// The countries of the world: codes (ISO 3166-1 alpha-2, and XK), and names and order from ICU in a given language.
// Read once into the Content (Reporting::countries), which screens ask. Pure.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::content {

struct Country {
    std::string code, name;
    std::string letter; // under which lists file it (index_letters.h)
};

bool is_country(std::string_view code);

// All countries, in the language's alphabetical order. In English where ICU does not know the language.
std::vector<Country> countries_in(std::string const& language);

// The alphabetical order of a language: ICU's collation.
class Collation {
public:
    explicit Collation(std::string const& language);
    Collation(Collation const&) = delete;
    Collation& operator=(Collation const&) = delete;
    ~Collation();
    bool before(std::string_view first, std::string_view second) const;

private:
    void* collator_; // UCollator*, owned; null where ICU has none: then names compare by bytes
};

} // namespace kiosk::content
