#include "health/machine.h"
#include "health/health.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::health {

namespace {

HealthLine found(std::string key, Light light, std::string words)
{
    auto id = key.substr(0, key.find('.'));
    return {std::move(id), light, std::move(key), {}, std::move(words)};
}

// Secure Boot, and the boot order, which no program can see and which is therefore mentioned every time.
std::string unseen(SecureBoot secure_boot)
{
    constexpr auto kFirmware = "whether it starts from a stick that somebody plugs in only its firmware knows (set its "
                               "password and its boot order)";
    switch (secure_boot) {
    case SecureBoot::on: return fmt::format("Secure Boot is on; {}", kFirmware);
    case SecureBoot::off: return fmt::format("Secure Boot is off; {}", kFirmware);
    case SecureBoot::not_there: break;
    }
    return fmt::format("there is no Secure Boot; {}", kFirmware);
}

HealthLine judge_menu(BootFacts const& facts)
{
    auto const firmware = unseen(facts.secure_boot);
    switch (facts.menu) {
    case BootMenu::guarded:
        return found("boot.ok", Light::green, "nobody changes an entry of the boot menu; " + firmware);
    case BootMenu::not_grub:
        return found("boot.not-grub", Light::amber, "the boot loader is not GRUB, and is not looked into; " + firmware);
    case BootMenu::open: break;
    }
    return found("boot.menu-open", Light::amber,
                 "the boot menu is open: whoever has a keyboard becomes root by it; install the kiosk again, which "
                 "guards it; " +
                     firmware);
}

HealthLine judge_kernel(BootFacts const& facts)
{
    auto const locked = facts.lockdown.empty() || facts.lockdown == "none"
                            ? std::string("it is not locked down")
                            : fmt::format("it is locked down ({})", facts.lockdown);
    if (facts.restart_after_panic == 0)
        return found("kernel.stands", Light::amber,
                     "a kernel that fails stands still until somebody comes; start it with panic=10; " + locked);
    return found("kernel.ok", Light::green,
                 fmt::format("starts anew {} s after a failure; {}", facts.restart_after_panic, locked));
}

HealthLine judge_keyboards(BootFacts const& facts)
{
    if (facts.usb_keyboards_ignored) return found("keyboards.deaf", Light::green, "those plugged in by USB stay deaf");
    return found("keyboards.heard", Light::green,
                 "those plugged in are heard, as keypads are; tools/install --strict-usb makes them deaf");
}

std::string describe(KeyFact const& key) { return key.text + (key.shipped ? " (came with the program)" : ""); }

} // namespace

std::vector<HealthLine> judge_boot(BootFacts const& facts)
{
    return {judge_menu(facts), judge_kernel(facts), judge_keyboards(facts)};
}

std::vector<HealthLine> judge_sources(SourceFacts const& facts)
{
    std::vector<HealthLine> lines;
    auto const foreign = [](KeyFact const& key) { return !key.shipped; };
    auto const& keys = facts.update_keys;
    constexpr std::size_t kForALoss = 3; // keys: two sign a new list, so that one may be lost
    std::string list;
    for (auto const& key : keys) list += (list.empty() ? "" : ", ") + describe(key);
    if (keys.empty())
        lines.push_back(found("keys.none", Light::green, "no content is taken from a stick"));
    else if (std::any_of(keys.begin(), keys.end(), foreign))
        lines.push_back(found("keys.foreign", Light::amber,
                              fmt::format("content is taken from whoever has the keys {}; compare them with the "
                                          "office's",
                                          list)));
    else
        lines.push_back(found("keys.ok", Light::green, "content is taken from whoever has the keys " + list));
    if (!keys.empty() && keys.size() < kForALoss)
        lines.push_back(found("spare.none", Light::amber,
                              fmt::format("two people sign a new list of keys, and this kiosk has {}: one that is lost "
                                          "cannot be replaced by stick; name three in [updates] keys",
                                          keys.size() == 1 ? "one key" : "two keys")));
    if (!facts.sealed_for)
        lines.push_back(found("seal.none", Light::green, "figures leave unsealed"));
    else
        lines.push_back(
            found(facts.sealed_for->shipped ? "seal.ok" : "seal.foreign",
                  facts.sealed_for->shipped ? Light::green : Light::amber,
                  fmt::format("figures are sealed for whoever has the key {}{}", describe(*facts.sealed_for),
                              facts.sealed_for->shipped ? "" : "; compare it with the office's")));
    if (!facts.content.empty())
        lines.push_back(found("source.foreign", Light::amber,
                              fmt::format("what is shown is read from {} ({}), which did not come with the program: "
                                          "nobody's signature is looked at",
                                          facts.content, facts.content_fingerprint)));
    else
        lines.push_back(found("source.ok", Light::green, "what is shown came with the program, or signed by stick"));
    if (!facts.folders.empty())
        lines.push_back(found(
            "folders.unusual", Light::amber,
            fmt::format("a kiosk has usually not: {}; look whether it is meant", fmt::join(facts.folders, ", "))));
    else
        lines.push_back(found("folders.ok", Light::green, "are the usual ones"));
    return lines;
}

} // namespace kiosk::health
