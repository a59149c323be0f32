# What is installed where, by `cmake --install` and in the Debian package. The units name /usr, so that is the prefix.
set(KIOSK_PROGRAMS kiosk kiosk-picture kiosk-log kiosk-content)
install(TARGETS ${KIOSK_PROGRAMS} RUNTIME DESTINATION bin)
add_executable(kiosk-console "${CMAKE_CURRENT_LIST_DIR}/kiosk_console.cpp")
kiosk_target_options(kiosk-console)
set_target_properties(kiosk-console PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
install(TARGETS kiosk-console RUNTIME DESTINATION lib/kiosk)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/content" "${PROJECT_BINARY_DIR}/bin/assets" DESTINATION share/kiosk)

set(system "${CMAKE_CURRENT_LIST_DIR}")
# What the programs open by themselves, so that the linker does not know of it: fonts, zones, what draws without a desktop.
set(KIOSK_OPENED fonts-inter fonts-noto-core tzdata libegl1 libgles2 libgl1-mesa-dri)
# What they use that others have made, and its terms: written anew by each installation, of the programs that it installs, and by
# nothing else, so that a build for tests does not wait for it.
set(notices "${PROJECT_BINARY_DIR}/package/NOTICES")
set(write_notices "${PROJECT_SOURCE_DIR}/tools/notices" --out "${notices}")
foreach(package IN LISTS KIOSK_OPENED)
  list(APPEND write_notices --package "${package}")
endforeach()
foreach(program IN LISTS KIOSK_PROGRAMS ITEMS kiosk-console)
  list(APPEND write_notices "$<TARGET_FILE:${program}>")
endforeach()
add_custom_target(kiosk_notices COMMAND ${write_notices} VERBATIM)
add_dependencies(kiosk_notices ${KIOSK_PROGRAMS} kiosk-console)
list(JOIN write_notices "]==] [==[" write_notices)
install(CODE "execute_process(COMMAND [==[${write_notices}]==] COMMAND_ERROR_IS_FATAL ANY)")
install(FILES "${notices}" "${system}/copyright" DESTINATION share/doc/kiosk)

install(PROGRAMS "${system}/kiosk-data" "${system}/kiosk-request" "${system}/kiosk-stick" DESTINATION lib/kiosk)
install(FILES "${system}/setup.sh" "${system}/kiosk-strict.rules" DESTINATION lib/kiosk)
install(FILES "${system}/kiosk.service" "${system}/kiosk-cage.service" "${system}/kiosk-request.path"
  "${system}/kiosk-request.service" "${system}/kiosk-stick@.service" "${system}/kiosk-data.service"
  "${system}/run-kiosk-requests.mount" "${system}/run-kiosk_work.mount" DESTINATION lib/systemd/system)
install(FILES "${system}/kiosk.sysusers" DESTINATION lib/sysusers.d RENAME kiosk.conf)
install(FILES "${system}/kiosk.tmpfiles" DESTINATION lib/tmpfiles.d RENAME kiosk.conf)
install(FILES "${system}/kiosk.sysctl" DESTINATION lib/sysctl.d RENAME 90-kiosk.conf)
install(FILES "${system}/kiosk-foreign.rules" DESTINATION lib/udev/rules.d RENAME 63-kiosk.rules)
install(FILES "${system}/kiosk.rules" DESTINATION lib/udev/rules.d RENAME 70-kiosk.rules)
install(FILES "${system}/kiosk.logind" DESTINATION lib/systemd/logind.conf.d RENAME 50-kiosk.conf)
install(FILES "${system}/kiosk.system" DESTINATION lib/systemd/system.conf.d RENAME 50-kiosk.conf)
install(FILES "${system}/kiosk.journald" DESTINATION lib/systemd/journald.conf.d RENAME 50-kiosk.conf)

# The package's scripts hold the functions of setup.sh, since the last of them runs when its files are gone.
file(READ "${system}/setup.sh" KIOSK_SETUP)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${system}/setup.sh")
foreach(script postinst prerm postrm)
  configure_file("${system}/${script}.in" "${PROJECT_BINARY_DIR}/package/${script}" @ONLY
    FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
  list(APPEND KIOSK_SCRIPTS "${PROJECT_BINARY_DIR}/package/${script}")
endforeach()

# cpack -G DEB --config build/release/CPackConfig.cmake
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME kiosk)
set(CPACK_PACKAGE_VENDOR "ECPAT Belgium")
# An address is asked for; a real one is for whoever publishes a package.
set(CPACK_PACKAGE_CONTACT "ECPAT Belgium <kiosk@example.invalid>")
set(CPACK_PACKAGE_HOMEPAGE_URL "https://ecpat.be/")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Touch kiosk against the sexual exploitation of children in travel and tourism")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Beside what is opened, the system that starts the kiosk and sets its clock.
list(JOIN KIOSK_OPENED ", " opened)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "systemd (>= 252), udev, util-linux-extra, ${opened}")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "cage, seatd, xwayland, cryptsetup-bin")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA "${KIOSK_SCRIPTS}")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
