// Under which letter a name stands in a list of a language: ICU's alphabetic index of it (CLDR's index characters). An
// accent is taken off where the language takes it for no letter of its own: "Österreich" stands under O in German and
// under Ö in Turkish, "Łotwa" under Ł in Polish. Pure; making one costs a third of a millisecond, or ten for some.
#pragma once
#include <memory>
#include <string>
#include <string_view>

namespace kiosk::content {

class Filing {
public:
    explicit Filing(std::string const& language);
    Filing(Filing const&) = delete;
    Filing& operator=(Filing const&) = delete;
    ~Filing();

    // A capital, or several that the language counts as one: "CH" in Czech. Of a name in another script its own first
    // letter without accents; "?" of "".
    std::string letter(std::string_view name) const;

private:
    struct Index;
    std::unique_ptr<Index> index_; // none where ICU cannot make it
};

} // namespace kiosk::content
