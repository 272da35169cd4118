# find_package(verigrad) from an installed tree: verigrad::verigrad, and with COMPONENTS sampling verigrad::sampling, for
# property-based tests, which needs RapidCheck.
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/verigrad)

# Proves that each header compiles alone: target all_verify_interface_header_sets.
set_target_properties(verigrad verigrad_sampling PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)

install(TARGETS verigrad EXPORT verigrad FILE_SET HEADERS)
install(TARGETS verigrad_sampling EXPORT verigrad_sampling FILE_SET HEADERS)
foreach(room IN ITEMS gradient report)
  install(FILES lib/verigrad/${room}/googletest.hpp DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/verigrad/${room})
endforeach()
install(EXPORT verigrad NAMESPACE verigrad:: FILE verigradTargets.cmake DESTINATION ${package_dir})
install(EXPORT verigrad_sampling NAMESPACE verigrad:: FILE verigradSamplingTargets.cmake DESTINATION ${package_dir})
configure_package_config_file(cmake/verigradConfig.cmake.in generated/verigradConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(generated/verigradConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/generated/verigradConfig.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/generated/verigradConfigVersion.cmake cmake/FindArb.cmake cmake/FindGiNaC.cmake
        DESTINATION ${package_dir})
install(FILES LICENSE README.md CHANGELOG.md CITATION.cff DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR} FILES_MATCHING PATTERN "*.md")
install(FILES apps/verigrad/verigrad.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(DIRECTORY proofs_formal DESTINATION ${CMAKE_INSTALL_DATADIR}/verigrad FILES_MATCHING PATTERN "*.v" PATTERN "assumptions.txt" PATTERN "_CoqProject")
install(DIRECTORY data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/verigrad/data)
install(FILES clients/python/verigrad_client.py clients/c/gradient.c clients/c/optimiser.c DESTINATION ${CMAKE_INSTALL_DATADIR}/verigrad/clients)

# A package for Debian 12: `cpack --config build/default/CPackConfig.cmake`, once verigrad_cli is built.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME verigrad)
set(CPACK_PACKAGE_CONTACT "The verigrad authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_CURRENT_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gnuplot-nox, coinor-csdp")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS coq)
include(CPack)
